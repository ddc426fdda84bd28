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
  it.each(variants)('$name', ({ expected, read }) => {
    const { says = '', severity = 'error', ...place } = expected
    const { dataset, diagnostics } = read()
    const found = diagnostics.filter(
      (d) => d.code === expected.code && d.cell === (expected.cell ?? d.cell),
    )
    expect(found[0] ?? diagnostics).toMatchObject({ severity, ...place })
    expect(found[0]?.message).toContain(says)
    // Taken whole or not at all.
    expect(dataset === undefined).toBe(diagnostics.some((d) => d.severity === 'error'))
    expect(dataset === undefined).toBe(severity === 'error')
  })
})
