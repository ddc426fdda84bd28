import { describe, expect, it } from 'vitest'
import type { Sort } from '../support/broken.ts'
import { fileSorts } from './files.ts'
import { numberSorts } from './numbers.ts'
import { sheetSorts } from './sheets.ts'
import { unitSorts } from './units.ts'
import { wordSorts } from './words.ts'

const sorts: readonly Sort[] = [
  ...numberSorts,
  ...wordSorts,
  ...unitSorts,
  ...sheetSorts,
  ...fileSorts,
]

it('has at least forty sorts of broken workbooks, five of each', () => {
  expect(sorts.length).toBeGreaterThanOrEqual(40)
  expect(sorts.every((s) => s.variants.length === 5)).toBe(true)
})

describe.each(sorts)('$sort', ({ variants }) => {
  it.each(variants)('$name', ({ expected, word = '', read }) => {
    const { says, severity = 'error', ...place } = expected
    const { dataset, diagnostics } = read()
    const found = diagnostics.filter(
      (d) => d.code === expected.code && d.cell === (expected.cell ?? d.cell),
    )
    expect(found[0] ?? diagnostics).toMatchObject({ severity, ...place })
    const written = /[\p{L}\p{N}]/u.test(word) ? word : ''
    expect(found[0]?.message).toContain(says ?? expected.found ?? written)
    // The place is said in words too: file, sheet and cell, or line.
    const { file = '', sheet, cell, line } = found[0] ?? {}
    const where = [file, sheet, cell].filter((one) => one !== undefined).join('!')
    expect(file).not.toBe('')
    expect(found[0]?.message).toContain(line === undefined ? where : `${where}:${line}`)
    // Taken whole or not at all.
    expect(dataset === undefined).toBe(diagnostics.some((d) => d.severity === 'error'))
    expect(dataset === undefined).toBe(severity === 'error')
  })
})
