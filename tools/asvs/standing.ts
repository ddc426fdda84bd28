/** One requirement of OWASP ASVS 5.0 as it stands here: in our own words, by its identifier. */

/** A test that shows it: its file, and a part of its title that no other test of the file has. */
export interface Shown {
  readonly test: string
  readonly title: string
}

/** A place that can be looked up: a heading or other words that stand in a file of the project. */
export interface Place {
  readonly file: string
  readonly words: string
}

interface Requirement {
  /** As in `5.2.3`. */
  readonly id: string
  /** 1 to 3, as the standard has it. */
  readonly level: 1 | 2 | 3
  /** How it stands, for an administrator or auditor. */
  readonly says: string
}

/** A test shows it. */
export interface Met extends Requirement {
  readonly standing: 'met'
  readonly shown: readonly Shown[]
}

/** It is written down, or left to the site, or made impossible: there. */
export interface Written extends Requirement {
  readonly standing: 'written'
  readonly places: readonly Place[]
  /** Tests that show the part which is ours. */
  readonly shown: readonly Shown[]
}

/** There is nothing here that it could be about; `says` tells why. */
export interface Void extends Requirement {
  readonly standing: 'void'
}

/** It is not met, or not in full. */
export interface Open extends Requirement {
  readonly standing: 'open'
  /** What would close it. */
  readonly closes: string
}

export type Row = Met | Written | Void | Open

export interface Chapter {
  readonly number: number
  /** What it is about, in our own words. */
  readonly name: string
  readonly rows: readonly Row[]
}

type Level = Requirement['level']

/** Names tests of one file by parts of their titles. */
export const of = (test: string, ...titles: readonly string[]): Shown[] =>
  titles.map((title) => ({ test, title }))

/** Words that stand in a file. */
export const at = (file: string, ...words: readonly string[]): Place[] =>
  words.map((one) => ({ file, words: one }))

export const met = (id: string, level: Level, says: string, ...shown: readonly Shown[][]): Met => ({
  id,
  level,
  says,
  standing: 'met',
  shown: shown.flat(),
})

export const written = (
  id: string,
  level: Level,
  says: string,
  places: readonly Place[],
  ...shown: readonly Shown[][]
): Written => ({ id, level, says, standing: 'written', places, shown: shown.flat() })

export const nothing = (id: string, level: Level, says: string): Void => ({
  id,
  level,
  says,
  standing: 'void',
})

export const open = (id: string, level: Level, says: string, closes: string): Open => ({
  id,
  level,
  says,
  standing: 'open',
  closes,
})
