/**
 * One way in which a scheme file can be broken, with five files broken in that way.
 * `‹…›` in the replacement marks the word that the message must point at, and is not part of the file.
 */
export interface Sort {
  readonly sort: string
  readonly code: string
  readonly files: readonly Broken[]
  /** The word that each message must hold, where that is not the one marked in the file. */
  readonly says?: readonly string[]
}

export interface Broken {
  /** Text of the sound file, found exactly once, or a whole file when `whole` is set. */
  readonly replace: string
  readonly by: string
  readonly nearest?: string
  /** Messages beside the one expected, when the slip cannot but cause them. */
  readonly also?: readonly string[]
  readonly whole?: true
}

export function broken(
  replace: string,
  by: string,
  nearest?: string,
  also: readonly string[] = [],
): Broken {
  return { replace, by, also, ...(nearest === undefined ? {} : { nearest }) }
}

/** A whole file in the place of the sound one. */
export function whole(by: string): Broken {
  return { replace: '', by, whole: true }
}

export interface Place {
  readonly text: string
  readonly line: number
  readonly column: number
  readonly word: string
}

/** The broken file, and where its message must point, worked out from the mark alone. */
export function placed(sound: string, { replace, by, whole: all }: Broken): Place {
  if (!all && sound.split(replace).length !== 2)
    throw new Error(`“${replace}” is not found exactly once`)
  const marked = all ? by : sound.replace(replace, () => by)
  const start = marked.indexOf('‹')
  const end = marked.indexOf('›')
  if (start === -1 || end === -1) throw new Error(`no mark in “${by}”`)
  const before = marked.slice(0, start).replace('\u{feff}', '').split('\n')
  const text = marked.replace('‹', '').replace('›', '')
  return {
    text,
    line: before.length,
    column: (before.at(-1) as string).length + 1,
    word: marked.slice(start + 1, end),
  }
}
