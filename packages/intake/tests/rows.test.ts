import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Raw, Rows } from '../src/grid/index.ts'

type Cell = NonNullable<Raw>
type Line = readonly (readonly [number, Cell])[]

function packed(lines: readonly Line[]): Rows {
  const rows = new Rows()
  lines.forEach((line, i) => {
    for (const [column, cell] of line) rows.put(column, cell)
    rows.end(i * 2 + 1, i % 3 === 0)
  })
  return rows
}

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('沙井镇团委', '', 'x'.repeat(33_000)),
  fc.record({ value: fc.integer(), shown: fc.constant('percent' as const) }),
)
const line: fc.Arbitrary<Line> = fc
  .uniqueArray(fc.tuple(fc.nat(16_383), cell), { selector: ([column]) => column, maxLength: 12 })
  .map((cells) => cells.toSorted(([a], [b]) => a - b))

describe('packed rows', () => {
  it('give back what was put in, cell by cell and in order', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const rows = [...packed(lines)]
        const kept = lines
          .map((cells, i) => ({ number: i * 2 + 1, hidden: i % 3 === 0, cells }))
          .filter(({ cells }) => cells.length > 0)
        expect(rows.map(({ number, hidden }) => ({ number, hidden }))).toEqual(
          kept.map(({ number, hidden }) => ({ number, hidden })),
        )
        rows.forEach((row, i) => {
          const cells = kept[i]?.cells ?? []
          expect([...row.entries()]).toEqual(cells)
          for (const [column, value] of cells) expect(row.cell(column)).toEqual(value)
          const [[first] = [0]] = cells
          expect(row.first).toBe(first)
          expect(row.last).toBe(cells.at(-1)?.[0])
          expect(first === 0 ? undefined : row.cell(first - 1)).toBeUndefined()
          expect(row.cell((cells.at(-1)?.[0] ?? 0) + 1)).toBeUndefined()
        })
      }),
    )
  })

  it('hold more different words and more cells than one page', () => {
    const lines = Array.from(
      { length: 15_000 },
      (_, i): Line => [
        [0, '同一个词'],
        [1, `第${i}次`],
        [2, i],
      ],
    )
    const rows = packed(lines)
    expect(rows.length).toBe(15_000)
    expect(rows.lastNumber).toBe(29_999)
    expect(rows.at(14_999)?.cell(1)).toBe('第14999次')
    expect(rows.at(9_999)?.cell(2)).toBe(9_999)
    expect(rows.at(15_000)).toBeUndefined()
    expect(rows.head(2).map((r) => r.cell(1))).toEqual(['第0次', '第1次'])
  })
})
