/** A block of code in a document that says which file it is. */
export interface Block {
  readonly language: string
  readonly path: string
  readonly text: string
}

const FENCED = /^```(\w+) (\S+)\n([\s\S]*?)^```$/gm

/** The blocks of a document that name a file, in order. */
export function blocksOf(document: string): Block[] {
  return [...document.matchAll(FENCED)].map(([, language = '', path = '', text = '']) => {
    return { language, path, text }
  })
}

const without = (mark: '+' | '-', lines: readonly string[]) =>
  lines
    .filter((line) => !line.startsWith(mark))
    .map((line) => line.slice(1))
    .join('\n')

/**
 * A text with the hunks of a diff applied; hunks are parted by lines that begin with `@@`.
 * @throws Error where the lines of a hunk are not there exactly once: then the document is out of date
 */
export function patched(text: string, diff: string): string {
  const hunks = diff.trimEnd().split(/^@@.*\n/m)
  return hunks.reduce((before, hunk) => {
    const lines = hunk.trimEnd().split('\n')
    const [old, now] = [without('+', lines), without('-', lines)]
    const parts = `\n${before}`.split(`\n${old}\n`)
    if (parts.length !== 2) throw new Error(`${parts.length - 1} places look like:\n${old}`)
    return parts.join(`\n${now}\n`).slice(1)
  }, text)
}
