/** HyperFormula: a sheet of facts, a row per unit and a column per rule; a run sets all facts again and lets it recalculate. */
import type { Data } from '../workload/data.ts'
import { joined, read, type Reading } from '../workload/expr.ts'
import { FACT_NAMES } from '../workload/facts.ts'
import { RULES } from '../workload/rules.ts'
import { conclude, outputTable, rankByCounting } from './finish.ts'
import { sumsOf } from '../workload/checksum.ts'
import type { Peer } from './peer.ts'

/** A, B, … Z, AA … */
const letters = (k: number): string =>
  (k >= 26 ? letters(Math.floor(k / 26) - 1) : '') + String.fromCharCode(65 + (k % 26))
const call = (f: string) => (parts: string[]) => `${f}(${parts.join(',')})`

const formula = (row: number): Reading<string> => ({
  constant: (v) => `${v}`,
  fact: (name) => `${letters(FACT_NAMES.indexOf(name))}${row}`,
  sum: joined('+'),
  times: (f, of) => (f === 1 ? of : `${f}*${of}`),
  least: call('MIN'),
  greatest: call('MAX'),
  atLeast: (x, at, then, otherwise) => `IF(${x}>=${at},${then},${otherwise})`,
  percent: (a, t, full) => `MIN(${full},INT((${2 * full}*${a}+${t})/(2*${t})))`,
})

export default {
  name: 'hyperformula',
  label: 'HyperFormula, all facts set, one recalculation',
  threads: 1,
  maxUnits: 500,
  async prepare(data: Data) {
    const { HyperFormula } = await import('hyperformula')
    const facts = Array.from({ length: data.units }, (_, i) =>
      FACT_NAMES.map((n) => data.facts[n]![i]!),
    )
    const empty = facts.map((row, i) => [
      ...row.map(() => 0 as number | string),
      ...RULES.map((r) => `=${read(r.points, formula(i + 1))}`),
    ])
    const other = facts.map((row) => row.map((v) => v + 1))
    const sheet = HyperFormula.buildFromArray(empty, {
      licenseKey: 'gpl-v3',
      useColumnIndex: false,
    })
    const t = outputTable(data.units)
    const at = (col: number) => ({
      start: { sheet: 0, row: 0, col },
      end: { sheet: 0, row: data.units - 1, col: col + RULES.length - 1 },
    })
    const set = (values: number[][]) =>
      sheet.batch(() => {
        sheet.setCellContents({ sheet: 0, row: 0, col: 0 }, values)
      })
    return {
      run() {
        // Setting equal values would recalculate nothing, so other values are set first, not timed.
        set(other)
        const start = performance.now()
        set(facts)
        const values = sheet.getRangeValues(at(FACT_NAMES.length)) as number[][]
        values.forEach((row, i) =>
          row.forEach((v, k) => {
            t[RULES[k]!.id]![i] = v
          }),
        )
        for (let i = 0; i < data.units; i++) conclude(t, i)
        rankByCounting(t, data.units)
        return performance.now() - start
      },
      sums: () => sumsOf(t, data.units),
      close: () => sheet.destroy(),
    }
  },
} satisfies Peer
