/**
 * The hand-tuned generated JavaScript kernel, used for comparison only. It shares no code with the engine
 * and must itself be three times as fast as DuckDB, or the comparison is void.
 * What makes it fast: a loop for every three rules (one fused function is
 * never optimised, one for each pays for the loop too often), called in blocks of 512
 * (a loop entered on a long range keeps the slower replacement code), masks in place of branches, a text of its
 * own for each function, columns of the narrowest type that do not start at the same offset in a page.
 */
import type { Data } from '../workload/data.ts'
import { type Expr, factsOf, joined, read, type Reading } from '../workload/expr.ts'
import { sumsOf } from '../workload/checksum.ts'
import { endSize, GANZHOU_BASE, GRADES, WEIGHTS } from '../workload/outcome.ts'
import { GANZHOU, GUIYANG, type RULES as All, RULES, TARGET } from '../workload/rules.ts'
import { outputTable, type Table } from './finish.ts'
import type { Peer } from './peer.ts'

type Step = (from: number, to: number) => void
const BLOCK = 512

/** `max(a, b)` and `min(a, b)` without a branch; operands are far inside 31 bits. */
const most = (a: string, b: string) => `(d = ${a} - ${b} | 0, ${b} + (d & ~(d >> 31)) | 0)`
const least = (a: string, b: string) => `(d = ${a} - ${b} | 0, ${b} + (d & (d >> 31)) | 0)`

const masks: Reading<string> = {
  constant: (v) => (v < 0 ? `(${v})` : `${v}`),
  fact: (name) => `${name}[i]`,
  sum: (parts) => `(${joined('+')(parts)} | 0)`,
  times: (f, of) => (f === 1 ? of : `Math.imul(${f}, ${of})`),
  least: (parts) => parts.reduce(least),
  greatest: (parts) => parts.reduce(most),
  atLeast: masked,
  percent: (a, t, full) => least(`((${2 * full} * ${a} + ${t}) / (2 * ${t}) | 0)`, `${full}`),
}

/** `((at - 1 - x) >> 31)` is all ones where x >= at. Constants are folded into one addition. */
function masked(x: string, at: number, then: string, otherwise: string): string {
  const mask = `(${at - 1} - ${x} >> 31)`
  const [a, b] = [Number(strip(then)), Number(strip(otherwise))]
  if (Number.isNaN(a) || Number.isNaN(b))
    return `((${then} & ${mask}) + (${otherwise} & ~${mask}) | 0)`
  return b === 0 ? `(${a} & ${mask})` : `(${b} + (${a - b} & ${mask}) | 0)`
}
const strip = (s: string): string => s.replace(/^\((-\d+)\)$/, '$1')

/** A function with its columns bound, from a text that occurs once in the program. */
function compile(columns: Record<string, unknown>, body: string, id: string): Step {
  const names = Object.keys(columns)
  const text = `"use strict"; let d = 0; return function ${id}(from, to) { let d = 0; for (let i = from; i < to; i++) { ${body} } }`
  return new Function(...names, text)(...names.map((n) => columns[n])) as Step
}

const pick = (data: Data, e: Expr) => Object.fromEntries(factsOf(e).map((n) => [n, data.facts[n]]))

function steps(data: Data, t: Table, count: Int32Array): Step[] {
  const few = Array.from({ length: Math.ceil(RULES.length / 3) }, (_, k) =>
    RULES.slice(k * 3, k * 3 + 3),
  )
  const rules = few.map((group, k) =>
    compile(
      Object.assign({}, ...group.map((r) => ({ ...pick(data, r.points), [r.id]: t[r.id] }))),
      group.map((r) => `${r.id}[i] = ${read(r.points, masks)};`).join(' '),
      `rules_${k}`,
    ),
  )
  const total = (name: string, list: typeof All, base: number) =>
    compile(
      { out: t[name], ...Object.fromEntries(list.map((r) => [r.id, t[r.id]])) },
      `out[i] = ${base} + ${list.map((r) => `${r.id}[i]`).join(' + ')} | 0;`,
      `total_${name}`,
    )
  const grade = GRADES.map((g) => `(${g - 1} - c >>> 31)`).join(' + ')
  const last = compile(
    {
      ganzhou: t.ganzhou,
      guiyang: t.guiyang,
      target: t[TARGET.id],
      composite: t.composite,
      grade: t.grade,
      count,
    },
    `const c = Math.imul(${WEIGHTS.ganzhou}, ganzhou[i]) + Math.imul(${WEIGHTS.guiyang}, guiyang[i]) + target[i] | 0;
     composite[i] = c; grade[i] = ${grade}; count[c] = count[c] + 1 | 0;`,
    'conclude',
  )
  return [...rules, total('ganzhou', GANZHOU, GANZHOU_BASE), total('guiyang', GUIYANG, 0), last]
}

/** Composite to rank and end, so that a unit costs one look-up. */
function tables(count: Int32Array, n: number, rankAt: Int32Array, placeAt: Uint8Array): void {
  const end = endSize(n)
  let above = 0
  for (let v = count.length - 1; v >= 0; v--) {
    const here = count[v]!
    rankAt[v] = above + 1
    placeAt[v] = above < end ? 1 : n - above - here < end ? 2 : 0
    above += here
  }
}

export default {
  name: 'kernel',
  label: 'hand-tuned generated JavaScript kernel',
  threads: 1,
  maxUnits: 1_000_000,
  sharesFacts: true,
  prepare(data: Data) {
    const n = data.units
    const t = outputTable(n)
    const count = new Int32Array(1 << 15),
      rankAt = new Int32Array(1 << 15),
      placeAt = new Uint8Array(1 << 15)
    const all = steps(data, t, count)
    const place = compile(
      { composite: t.composite, rank: t.rank, place: t.place, rankAt, placeAt },
      'const c = composite[i]; rank[i] = rankAt[c]; place[i] = placeAt[c];',
      'place_units',
    )
    return {
      run() {
        count.fill(0)
        for (let a = 0; a < n; a += BLOCK) for (const step of all) step(a, Math.min(n, a + BLOCK))
        tables(count, n, rankAt, placeAt)
        for (let a = 0; a < n; a += BLOCK) place(a, Math.min(n, a + BLOCK))
      },
      sums: () => sumsOf(t, n),
    }
  },
} satisfies Peer
