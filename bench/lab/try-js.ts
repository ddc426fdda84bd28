/** Lab: the workload through the SIMD generator. */
import { generate } from '../workload/data.ts'
import { read, type Reading } from '../workload/expr.ts'
import { FACTS, rangeOf } from '../workload/facts.ts'
import { differences, sumsOf, digest } from '../workload/checksum.ts'
import { reference } from '../workload/reference.ts'
import { GANZHOU, GUIYANG, RULES, TARGET } from '../workload/rules.ts'
import { endSize, GRADES } from '../workload/outcome.ts'
import * as i from './ints.ts'
import type { Int } from './ints.ts'
import { compileLoop } from './js.ts'
import type { Assign } from './simd.ts'
import { outputTable } from '../peers/finish.ts'

const CHUNK = Number(process.env.CHUNK ?? 16384),
  BLOCK = Number(process.env.BLOCK ?? 1024)
const reading: Reading<Int> = {
  constant: i.constant,
  fact: (n) => i.column(n, ...rangeOf(n)),
  sum: (p) => p.reduce(i.add),
  times: i.scale,
  least: (p) => p.reduce(i.min),
  greatest: (p) => p.reduce(i.max),
  atLeast: i.atLeast,
  percent: (a, t, full) =>
    i.min(i.constant(full), i.divide(i.add(i.scale(2 * full, a), t), i.scale(2, t))),
}
const rules = RULES.map((r) => ({ to: r.id, value: read(r.points, reading) }))
const points = new Map(rules.map((r) => [r.to, i.column(r.to, r.value.lo, r.value.hi)]))
const total = (list: typeof RULES, base: number) =>
  list.map((r) => points.get(r.id)!).reduce(i.add, i.constant(base))
const ganzhou = total(GANZHOU, 100),
  guiyang = total(GUIYANG, 0)
const colOf = (n: string, e: Int) => i.column(n, e.lo, e.hi)
const composite = i.add(
  i.add(i.scale(50, colOf('ganzhou', ganzhou)), i.scale(40, colOf('guiyang', guiyang))),
  points.get(TARGET.id)!,
)
const comp = colOf('composite', composite)
const grade = GRADES.map((g) => i.atLeast(comp, g, i.constant(1), i.constant(0))).reduce(i.add)

const N = Number(process.argv[2] ?? 1e6),
  FUSE = Number(process.env.FUSE ?? 1),
  style = (process.env.STYLE ?? 'mask') as 'mask'
const data = generate(N)
const t = outputTable(N, !process.env.PLAIN)
const facts: Record<string, unknown> = process.env.PLAIN
  ? Object.fromEntries(
      Object.entries(data.facts).map(([k, c], j) => {
        const b = new (c.constructor as any)(
          new ArrayBuffer(c.byteLength + 64 * 61 + 64),
          (j % 61) * 64,
          N,
        )
        b.set(c)
        return [k, b]
      }),
    )
  : data.facts
const cols = { ...facts, ...t }
const groups: Assign[][] = []
for (const r of rules) {
  const last = groups.at(-1)
  if (last && last.length < FUSE) last.push(r)
  else groups.push([r])
}
const steps = [
  ...groups.map((g) => compileLoop(cols, g, style)),
  compileLoop(cols, [{ to: 'ganzhou', value: ganzhou }]),
  compileLoop(cols, [{ to: 'guiyang', value: guiyang }]),
  compileLoop(cols, [
    { to: 'composite', value: composite },
    { to: 'grade', value: grade },
  ]),
]
function run() {
  for (let a = 0; a < N; a += BLOCK) {
    const b = Math.min(N, a + BLOCK)
    for (let s = 0; s < steps.length; s++) steps[s]!(a, b)
  }
}
const all: number[] = []
const per: number[] = steps.map(() => 1e9)
for (let r = 0; r < 25; r++) {
  const a = performance.now()
  run()
  all.push(performance.now() - a)
}
if (process.env.DETAIL) {
  for (let r = 0; r < 5; r++)
    steps.forEach((s, k) => {
      const a = performance.now()
      for (let q = 0; q < N; q += BLOCK) s(q, Math.min(N, q + BLOCK))
      per[k] = Math.min(per[k]!, performance.now() - a)
    })
  console.log(
    per.map((x, k) => `${groups[k]?.[0]!.to ?? 'total'} ${((x * 1e6) / N).toFixed(1)}`).join(' '),
  )
}
console.log(
  'score ns/unit',
  ((Math.min(...all) * 1e6) / N).toFixed(1),
  all
    .filter((_, k) => k % 3 === 0)
    .map((t) => ((t * 1e6) / N).toFixed(1))
    .join(' '),
)
