/** The number of single-character edits (insert, delete, replace, swap neighbours) between two words. */
export function distance(a: string, b: string): number {
  const [from, to] = [[...a], [...b]]
  let before: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, j) => j)
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1]
      let best = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      if (swapped) best = Math.min(best, before[j - 2]! + 1)
      row.push(best)
    }
    ;[before, last] = [last, row]
  }
  return last[to.length] as number
}

/** How far a word may be from what was meant: about a third of it, and half of a short Chinese word. */
function reach(word: string): number {
  const { length } = [...word]
  return length <= 3 ? 1 : Math.max(2, Math.floor(length / 3))
}

/**
 * The word that was most likely meant, or undefined when none is near.
 * @example
 * nearestWord('名秤', ['名称', '编号']) // '名称'
 */
export function nearestWord(written: string, words: Iterable<string>): string | undefined {
  const word = [...written].slice(0, 60).join('')
  let best: string | undefined
  let least = reach(word) + 1
  for (const candidate of words) {
    const far = distance(word.toLowerCase(), candidate.toLowerCase())
    if (far < least && far < [...candidate].length) [best, least] = [candidate, far]
  }
  return best
}
