import { stripTypeScriptTypes } from 'node:module'

/** A text that stands once in a file, and what is put in its place. */
export type Change = readonly [text: string, instead: string]

/** Changes of one file, each of which must make one of these tests fail. */
export interface Changes {
  readonly file: string
  readonly tests: readonly string[]
  readonly changes: readonly Change[]
}

/**
 * The source with the change made.
 * @throws Error when the text does not stand there once, or what comes out is no code: nothing would be proved
 */
export function changed(file: string, source: string, [text, instead]: Change): string {
  const times = source.split(text).length - 1
  if (times !== 1) throw new Error(`${file}: "${text}" stands there ${times} times, not once`)
  const at = source.indexOf(text)
  const made = source.slice(0, at) + instead + source.slice(at + text.length)
  if (file.endsWith('.ts')) stripTypeScriptTypes(made)
  return made
}
