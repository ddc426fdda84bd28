import { fold } from '../value/clean.ts'

/** The number of insertions, removals and changes that make one text of the other. */
export function distance(a: string, b: string): number {
  const from = [...a]
  const to = [...b]
  let row = to.map((_, i) => i + 1)
  from.forEach((c, i) => {
    let corner = i
    let left = i + 1
    row = row.map((above, j) => {
      const best = Math.min(above + 1, left + 1, corner + (c === to[j] ? 0 : 1))
      corner = above
      left = best
      return best
    })
  })
  return row.at(-1) ?? from.length
}

/** The word nearest to what was written, when one is near enough to be meant. */
export function nearestOf(wrote: string, words: Iterable<string>): string | undefined {
  const wanted = fold(wrote)
  let best: string | undefined
  let least = Math.max(1, Math.floor([...wanted].length / 2)) + 0.5
  for (const word of words) {
    const folded = fold(word)
    if (Math.abs(folded.length - wanted.length) >= least && !folded.includes(wanted)) continue
    const far =
      folded !== '' && wanted.length > 1 && folded.includes(wanted) ? 0.5 : distance(wanted, folded)
    if (far < least) [best, least] = [word, far]
  }
  return best
}
