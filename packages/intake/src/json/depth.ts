/** A dataset is five levels deep: the file, a list, an entry, its attributes or evidence. */
const MOST_DEPTH = 16

const QUOTE = 34
const BACKSLASH = 92

// Where the text that begins at `from` ends: at its closing quote, or at the end of everything.
function endOfText(json: string, from: number): number {
  let at = from + 1
  while (at < json.length && json.charCodeAt(at) !== QUOTE)
    at += json.charCodeAt(at) === BACKSLASH ? 2 : 1
  return at
}

/**
 * Where JSON is nested more deeply than any dataset: to build it would take many times its size.
 * @returns The offset; undefined when it is nowhere so deep.
 */
export function tooDeepAt(json: string): number | undefined {
  let depth = 0
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at)
    if (code === QUOTE) at = endOfText(json, at)
    else if (code === 91 || code === 123) depth += 1
    else if (code === 93 || code === 125) depth -= 1
    if (depth > MOST_DEPTH) return at
  }
  return undefined
}
