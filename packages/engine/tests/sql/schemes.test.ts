import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFacts } from '@kaohe/intake'
import { readSchemeFolder } from '@kaohe/scheme'
import { compile, evaluate } from '../../src/index.ts'
import { type Database, openDuckdb, openPostgres } from './databases.ts'
import { byDatabase, compared } from './ways.ts'

const SCHEMES = join(import.meta.dirname, '..', '..', '..', '..', 'schemes')

function evaluated(id: string) {
  const text = (file: string) => ({
    path: `${id}/${file}`,
    text: readFileSync(join(SCHEMES, id, file), 'utf8'),
  })
  const { scheme } = readSchemeFolder([text('scheme.yaml'), text('readings.yaml')])
  if (scheme === undefined) throw new Error(`${id} cannot be read`)
  const bytes = readFileSync(join(SCHEMES, id, 'facts', 'year.json'))
  const { dataset } = readFacts([{ path: 'year.json', bytes }], scheme)
  if (dataset === undefined) throw new Error(`${id}: facts cannot be read`)
  return evaluate(compile(scheme), dataset)
}

describe.each([
  ['DuckDB', openDuckdb],
  ['PostgreSQL', openPostgres],
] as const)('%s', (_, open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())

  it.each(['neimenggu-2020', 'dongguan-2017', 'ganzhou-2023', 'guiyang-2021'])(
    'gives the points of %s as the exact evaluator does',
    async (id) => {
      const evaluation = evaluated(id)
      const answered = await byDatabase(evaluation, database)
      const { found, same, declined } = compared(evaluation, answered)
      expect(found).toEqual([])
      expect(declined).toEqual([])
      const values = [...same.values()].reduce((a, b) => a + b, 0)
      expect(values).toBeGreaterThan(evaluation.readings.length * 5)
    },
    60_000,
  )
})
