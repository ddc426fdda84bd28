import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { dongguanYear } from './dongguan.ts'
import { neimengguYear } from './neimenggu.ts'
import { prioritiesYear } from './priorities.ts'
import { yearText } from './year-file.ts'

const YEARS = {
  'neimenggu-2020': neimengguYear,
  'dongguan-2017': dongguanYear,
  'neimenggu-2020-priorities': prioritiesYear,
} as const

for (const [scheme, year] of Object.entries(YEARS))
  it(`the demonstration year of ${scheme} is the one its seed makes`, () => {
    const file = new URL(`../../schemes/${scheme}/facts/year.json`, import.meta.url)
    expect(yearText(year())).toBe(readFileSync(file, 'utf8'))
  })

it('has twelve leagues with 103 counties, and 32 towns with 20 factories', () => {
  const levels = (units: readonly object[]) =>
    Object.groupBy(units as { level: string }[], (u) => u.level)
  const leagues = levels(neimengguYear().units)
  expect([leagues['league']?.length, leagues['county']?.length]).toEqual([12, 103])
  const city = levels(dongguanYear().units)
  expect([city['town']?.length, city['works']?.length]).toEqual([32, 20])
})
