/** What a department wrote of a unit, as far as cautions look at it. */
export interface Written {
  readonly unit: string
  readonly name: string
  readonly comment: string
}

/** The marks of one indicator, as they are written. */
export interface MarkedItem {
  readonly name: string
  readonly marks: readonly { readonly unit: string; readonly text: string }[]
}

/** Something to look at again before it is handed in; it forbids nothing. */
export interface Caution {
  readonly units: readonly string[]
  readonly text: string
}

const FEW = 2
/** Shorter remarks are alike by nature. */
const SHORT = 6
/** Fewer marks may well be equal. */
const EQUAL_FROM = 4

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\p{P}]/gu, '')

function pasted(opinions: readonly Written[]): Caution[] {
  const alike = Map.groupBy(
    opinions.filter(({ comment }) => plain(comment).length >= SHORT),
    ({ comment }) => plain(comment),
  )
  return [...alike.values()]
    .filter((all) => all.length >= FEW)
    .map((all) => ({
      units: all.map(({ unit }) => unit),
      text: `${all.map(({ name }) => name).join('、')}的评语一样，请按各单位的实际情况写`,
    }))
}

function level({ name, marks }: MarkedItem): Caution[] {
  const [first] = marks
  if (first === undefined || marks.length < EQUAL_FROM) return []
  if (!marks.every(({ text }) => text === first.text)) return []
  return [
    {
      units: marks.map(({ unit }) => unit),
      text: `“${name}”的 ${marks.length} 个单位都是 ${first.text}，拉不开差距，请核对`,
    },
  ]
}

/**
 * What a department should look at again: remarks pasted from one unit to the next, and indicators on which
 * all units have the same mark.
 */
export function cautionsOf(
  opinions: readonly Written[],
  items: readonly MarkedItem[],
): readonly Caution[] {
  return [...pasted(opinions), ...items.flatMap(level)]
}
