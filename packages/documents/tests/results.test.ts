import { formatRational } from '@kaohe/engine'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  exports,
  formats,
  resultWorkbook,
  scoreJson,
  scoreSchema,
  type Table,
} from '../src/index.ts'
import { guardText } from '../src/book/index.ts'
import { cellText } from '../src/exports/table.ts'
import { compute } from './support/compute.ts'
import { readCsv } from './support/csv.ts'
import { faults } from './support/json-schema.ts'
import { NOTICES, resultsOf } from './support/notices.ts'
import { linesOf, openBook, sheetNamed } from './support/open-book.ts'

function formatNamed(name: string) {
  const format = formats.find((f) => f.name === name)
  if (format === undefined) throw new Error(name)
  return format
}

const write = async (name: string, tables: readonly Table[]): Promise<string | Uint8Array> =>
  formatNamed(name).write(tables)

type Row = Readonly<Record<string, string | number | null>>

const shown = (table: Table): string[][] =>
  table.rows.map((row) => row.map((c) => (typeof c === 'string' ? guardText(c) : cellText(c))))

describe.each(NOTICES)('the results of %s', (name) => {
  const results = resultsOf(name)
  const tables = exports.map((e) => e.make(results))

  it('are the same in CSV: every row and cell, marked as UTF-8', async () => {
    for (const table of tables) {
      const text = (await write('csv', [table])) as string
      expect(text.startsWith('\uFEFF')).toBe(true)
      expect(readCsv(text.slice(1))).toEqual([table.columns.map((c) => c.heading), ...shown(table)])
    }
  })

  it('are the same in JSON, by the names of columns', async () => {
    const all = JSON.parse((await write('json', tables)) as string) as Record<string, Row[]>
    expect(Object.keys(all)).toEqual(tables.map((t) => t.id))
    for (const table of tables) {
      const ids = table.columns.map((c) => c.id)
      const rows = all[table.id] ?? []
      expect(rows.map((row) => ids.map((id) => String(row[id] ?? '')))).toEqual(
        table.rows.map((row) => row.map(cellText)),
      )
    }
  })

  it('are rows of as many cells as columns in Markdown, whatever stands in them', async () => {
    for (const table of tables) {
      const lines = ((await write('markdown', [table])) as string).trimEnd().split('\n').slice(2)
      expect(lines).toHaveLength(table.rows.length + 2)
      const cells = lines.map((line) => line.split(/(?<!\\)\|/).length - 2)
      expect(new Set(cells)).toEqual(new Set([table.columns.length]))
    }
  })

  it('are the same in a workbook, where no text is a formula', async () => {
    const book = await openBook((await write('xlsx', tables)) as Uint8Array)
    tables.forEach((table, i) => {
      const sheet = book.worksheets[i]
      shown(table).forEach((row, n) => {
        const read = row.map((_, c) => sheet?.getRow(n + 2).getCell(c + 1))
        expect(read.map((c) => c?.formula)).toEqual(row.map(() => undefined))
        expect(read.map((c) => c?.text ?? '')).toEqual(row)
      })
    })
  })

  it('fit the published schema as JSON', () => {
    const identity = { id: name, version: '1', digest: 'a'.repeat(64) }
    const json = JSON.parse(JSON.stringify(scoreJson(identity, results.units))) as unknown
    expect(faults(scoreSchema, json)).toEqual([])
    expect(faults(scoreSchema, { units: [] })).not.toEqual([])
  })

  it('are told in the workbook of results, whose formulas give what was computed', async () => {
    const bytes = await resultWorkbook(results)
    const book = await openBook(bytes)
    expect(book.worksheets.map((s) => s.name).slice(0, 3)).toEqual(['排名', '得分', '得分说明'])
    const told = linesOf(sheetNamed(book, '得分说明'), 7)
    for (const proof of results.proofs ?? [])
      for (const item of proof.items) expect(told).toContain(item.told[0]?.text ?? '')
    const sheet = compute(unzipSync(bytes), 'xl/worksheets/sheet2.xml')
    expect(sheet.differences).toEqual([])
    const proved = new Set(results.proofs?.map((p) => p.unit.id))
    const exact = results.units.filter((u) => proved.has(u.unit) && u.total !== undefined)
    const totals = exact.map((u) => formatRational(u.total ?? { num: 0n, den: 1n }))
    const points = sheetNamed(book, '得分')
    const at = points.getRow(1).cellCount - 1
    const live = points
      .getColumn(1)
      .values.flatMap((id, row) =>
        exact.some((u) => u.unit === id) ? [points.getCell(row, at)] : [],
      )
    expect(live.map((c) => c.formula !== undefined)).toEqual(exact.map(() => true))
    expect(live.map((c) => String(c.result)).toSorted()).toEqual(totals.toSorted())
  })

  it('say nothing that starts a formula anywhere in a workbook', async () => {
    const parts = unzipSync(await resultWorkbook(results))
    const strings = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array())
    const texts = [...strings.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, t = '']) => t)
    expect(texts.filter((t) => /^[=+@\t\r]|^-(?!\d)/.test(t))).toEqual([])
  })
})
