import { strFromU8 } from 'fflate'

interface Computed {
  readonly formulas: number
  readonly computed: number
  /** Cells whose stored value is not what their formula gives. */
  readonly differences: readonly string[]
}

const CELL = /<c r="([A-Z]+\d+)"[^>]*?(?:\/>|>(?:<f>([^<]*)<\/f>)?(?:<v>([^<]*)<\/v>)?<\/c>)/g

// A tiny calculator for the functions that totals are written with; it shares nothing with the writer.
function calculate(formula: string, valueOf: (cell: string) => number): number {
  const SUM = (...all: number[]): number => all.reduce((a, b) => a + b, 0)
  const ROUND = (value: number, digits: number): number =>
    Number(`${Math.round(Number(`${value}e${digits}`))}e${-digits}`)
  const code = formula.replaceAll(/\b[A-Z]+\d+\b/g, (cell) => `(${valueOf(cell)})`)
  // oxlint-disable-next-line typescript/no-implied-eval -- formulas of our own tests
  return new Function('SUM', 'MIN', 'MAX', 'ROUND', `return ${code}`)(
    SUM,
    Math.min,
    Math.max,
    ROUND,
  ) as number
}

/** Computes the formulas of a sheet without ranks again, and compares with the values stored beside them. */
export function compute(parts: Record<string, Uint8Array>, name: string): Computed {
  const cells = [...strFromU8(parts[name] ?? new Uint8Array()).matchAll(CELL)].map(
    ([, at = '', formula, value]) => ({ at, formula, value: Number(value) }),
  )
  const values = new Map(cells.map((c) => [c.at, c.value]))
  const formulas = cells.filter((c) => c.formula !== undefined)
  const sums = formulas.filter((c) => !/RANK|COUNT/.test(c.formula ?? ''))
  const wrong = sums.filter(
    (c) => Math.abs(calculate(c.formula ?? '', (cell) => values.get(cell) ?? 0) - c.value) > 1e-9,
  )
  return {
    formulas: formulas.length,
    computed: sums.length,
    differences: wrong.map((c) => `${c.at}: ${c.formula} is not ${c.value}`),
  }
}
