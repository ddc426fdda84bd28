/** Hand, plain arithmetic and engine laid side by side: what the tests of an oracle have in common. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { yearText } from '../../../../tools/demo-facts/year-file.ts'
import { engineResults, optionsOf, schemeIn } from './against.ts'
import { type Case, choicesOf, readCases } from './case-file.ts'
import { type Figures, engineFigures, exactFigures, expectedFigures, sameNames } from './figures.ts'
import type { Sheet } from './sheet.ts'

type Choices = NonNullable<ReturnType<typeof choicesOf>>

/** A scheme of the repository, and the same reckoned in plain arithmetic. */
export interface Oracle {
  readonly name: string
  readonly folder: string
  readonly sheetOf: (one: Case) => Sheet
  /** What the oracle makes of a sheet under the choices of readings, by unit. */
  readonly plain: (sheet: Sheet, choose: Choices | undefined) => ReadonlyMap<string, Figures>
  /** Figures of a case that the oracle has nothing to say of. */
  readonly silent?: (name: string, value: string) => boolean
  /** How many units the year of the demonstration has. */
  readonly units: number
  readonly year: () => Parameters<typeof yearText>[0]
}

/** The options of a scheme's readings that are not adopted, as choices of one reading each. */
export function otherOptions(folder: string): readonly Choices[] {
  return schemeIn(folder).readings.flatMap((r) =>
    r.options.filter((o) => o.id !== r.adopted).map((o) => ({ [r.id]: o.id })),
  )
}

/** Cases whose readings are all chosen. */
export function decidedCases(folder: string) {
  const cases = readCases(join(folder, 'cases')).map((one) => ({ name: one.名称, one }))
  return { cases, decided: cases.filter(({ one }) => choicesOf(one) !== undefined) }
}

/** The other options, as `reading=option`, that no decided case chooses. */
export function untriedOptions(folder: string): readonly string[] {
  const all = (choose: Choices) => Object.entries(choose).map((c) => c.join('='))
  const chosen = decidedCases(folder).decided.flatMap(({ one }) => all(choicesOf(one) as Choices))
  return otherOptions(folder)
    .flatMap(all)
    .filter((o) => !chosen.includes(o))
}

function handAgainst(oracle: Oracle): void {
  const { cases, decided } = decidedCases(oracle.folder)

  it.each(decided)('plain arithmetic: $name', ({ one }) => {
    const plain = oracle.plain(oracle.sheetOf(one), choicesOf(one))
    for (const [unit, expected] of Object.entries(one.期望)) {
      const figures = Object.entries(exactFigures(expected))
      const exact = Object.fromEntries(
        figures.filter(([name, value]) => !oracle.silent?.(name, value)),
      )
      expect(sameNames(exact, plain.get(unit)!)).toEqual(exact)
    }
  })

  it.each(cases)('the engine: $name', ({ one }) => {
    const engine = engineResults(oracle.folder, oracle.sheetOf(one), optionsOf(one))
    for (const [unit, expected] of Object.entries(one.期望)) {
      const wanted = expectedFigures(expected)
      expect(sameNames(wanted, engineFigures(engine.get(unit)!))).toEqual(wanted)
    }
  })
}

function engineAgainst(oracle: Oracle): void {
  const year = readFileSync(join(oracle.folder, 'facts/year.json'), 'utf8')
  const sheet = JSON.parse(year) as Sheet

  it.each(decidedCases(oracle.folder).decided)('$name', ({ one }) => {
    const engine = engineResults(oracle.folder, oracle.sheetOf(one), optionsOf(one))
    for (const [unit, plain] of oracle.plain(oracle.sheetOf(one), choicesOf(one)))
      expect(sameNames(plain, engineFigures(engine.get(unit)!))).toEqual(plain)
  })

  it.each([{}, ...otherOptions(oracle.folder)])('a whole year under %j', (choose) => {
    const engine = engineResults(oracle.folder, sheet, { choose })
    expect(engine.size).toBe(oracle.units)
    for (const [unit, plain] of oracle.plain(sheet, choose))
      expect(sameNames(plain, engineFigures(engine.get(unit)!))).toEqual(plain)
  })

  it('reads the year that the generator makes', () => {
    expect(yearText(oracle.year())).toBe(year)
  })
}

/** Tests that hand, plain arithmetic and engine agree, on every case and on a whole year. */
export function threeAgree(oracle: Oracle): void {
  describe(`${oracle.name}: the sums worked by hand against`, () => {
    handAgainst(oracle)
  })
  describe(`${oracle.name}: the engine against plain arithmetic`, () => {
    engineAgainst(oracle)
  })
}
