import type { FoldProof, RowProof } from './proof.ts'

/** Rows to be listed once, and the folds that read them. */
export interface Listing {
  readonly rows: readonly RowProof[]
  /** Each row is counted by one of them, or by none. */
  readonly folds: readonly FoldProof[]
  /** Counts of some of the rows that one of the folds counts: what meets a condition of its own. */
  readonly some: readonly FoldProof[]
}

const sameRows = (a: FoldProof, b: FoldProof): boolean => a.over === b.over && a.name === b.name

/** The ids of the rows that a fold counts. */
export function countedIn({ rows }: FoldProof): ReadonlySet<string> {
  return new Set(rows.filter((row) => row.counted).map((row) => row.id))
}

const isCount = (fold: FoldProof): boolean => fold.how === 'count' && fold.once === null

// How often something took place is seen beside a fold that lists each of the same rows.
function seenBeside(fold: FoldProof, all: readonly FoldProof[]): FoldProof | undefined {
  if (!isCount(fold)) return undefined
  const own = countedIn(fold)
  const at = all.indexOf(fold)
  return all.find((other, i) => {
    if (i === at || !sameRows(fold, other)) return false
    const others = countedIn(other)
    if (!own.isSubsetOf(others)) return false
    return !isCount(other) || others.size > own.size || i < at
  })
}

const joins = (listing: Listing, fold: FoldProof): boolean =>
  listing.folds.every(
    (one) => sameRows(one, fold) && countedIn(one).isDisjointFrom(countedIn(fold)),
  )

// A count of all that another group of the rows is made of says nothing of its own.
function someOf(fold: FoldProof, all: readonly FoldProof[]): readonly FoldProof[] {
  const most = countedIn(fold)
  return all.filter((one) => {
    const own = countedIn(one)
    const within = sameRows(one, fold) && own.size > 0 && own.size < most.size
    return within && own.isSubsetOf(most) && seenBeside(one, all) !== undefined
  })
}

/** Folds of the same rows as few listings: groups that share the rows out between them are one. */
export function listingsOf(folds: readonly FoldProof[]): readonly Listing[] {
  const listings: Listing[] = []
  for (const fold of folds.filter((one) => seenBeside(one, folds) === undefined)) {
    const at = listings.findIndex((listing) => joins(listing, fold))
    const found = listings[at]
    const some = someOf(fold, folds)
    if (found === undefined) listings.push({ rows: fold.rows, folds: [fold], some })
    else listings[at] = { ...found, folds: [...found.folds, fold] }
  }
  return listings
}
