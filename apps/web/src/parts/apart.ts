/** Where two texts differ, for the two to be read beside one another. */
interface Apart {
  readonly mine: string
  readonly theirs: string
  /** How many lines at the beginning and the end are the same and left out. */
  readonly same: number
}

// Shorter texts are read whole.
const MOST_LINES = 12

function sameFrom(mine: readonly string[], theirs: readonly string[]): number {
  const at = mine.findIndex((line, i) => line !== theirs[i])
  return at < 0 ? mine.length : at
}

/** Two texts without the lines at their beginning and end that are the same, where they are long. */
export function apart(mine: string, theirs: string): Apart {
  const [one, other] = [mine.split('\n'), theirs.split('\n')]
  if (Math.max(one.length, other.length) <= MOST_LINES) return { mine, theirs, same: 0 }
  const before = sameFrom(one, other)
  const [oneRest, otherRest] = [one.slice(before), other.slice(before)]
  const after = sameFrom(oneRest.toReversed(), otherRest.toReversed())
  const middle = (lines: readonly string[]): string =>
    lines.slice(0, Math.max(0, lines.length - after)).join('\n')
  return { mine: middle(oneRest), theirs: middle(otherRest), same: before + after }
}
