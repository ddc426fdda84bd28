/** One thing that was made: which, of how many bytes, and their SHA-256. */
export interface Made {
  readonly what: string
  readonly bytes: number
  readonly digest: string
}

/** The least that anything worth comparing has. */
const FEW = 20

/**
 * What differs between a run and the first one.
 * @throws Error when nothing was made, or something has next to no bytes: that would prove nothing
 */
export function differences(first: readonly Made[], other: readonly Made[]): string[] {
  if (first.length === 0) throw new Error('nothing was made')
  const thin = first.find((made) => made.bytes < FEW)
  if (thin !== undefined) throw new Error(`${thin.what} has only ${thin.bytes} bytes`)
  const found = new Map(other.map((made) => [made.what, made]))
  const changed = first.flatMap(({ what, digest, bytes }) => {
    const made = found.get(what)
    if (made === undefined) return [`${what} is missing`]
    return made.digest === digest ? [] : [`${what}: ${bytes} bytes became ${made.bytes} others`]
  })
  const known = new Set(first.map((made) => made.what))
  const more = other.flatMap(({ what }) =>
    known.has(what) ? [] : [`${what} was not there before`],
  )
  return [...changed, ...more]
}
