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
import { type Assign, blockLoop, type Place } from './simd.ts'
import * as w from './wasm.ts'

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

const ranges: Record<string, readonly [number, number]> = Object.fromEntries([
  ...FACTS.map((f) => [f.name, [f.min, f.max]] as const),
  ...rules.map((r) => [r.to, [r.value.lo, r.value.hi]] as const),
  ['ganzhou', [ganzhou.lo, ganzhou.hi]],
  ['guiyang', [guiyang.lo, guiyang.hi]],
  ['composite', [composite.lo, composite.hi]],
  ['grade', [0, 3]],
  ['rank', [0, 2 ** 31 - 1]],
  ['place', [0, 2]],
])
const places: Record<string, Place> = {}
let offset = 0,
  k = 0
for (const [n, [lo, hi]] of Object.entries(ranges)) {
  const bytes =
    lo >= -128 && hi <= 127 ? 1 : lo >= 0 && hi <= 255 ? 1 : lo >= -32768 && hi <= 32767 ? 2 : 4
  places[n] = { offset, bytes, signed: !(bytes === 1 && hi > 127) }
  offset += CHUNK * bytes + 64
}
const chunkBytes = (offset + 4096) & ~63
console.log(
  'bytes/unit',
  Object.values(places).reduce((a, p) => a + p.bytes, 0),
  'composite',
  composite.lo,
  composite.hi,
  'widths',
  rules.map((r) => i.width(r.value)).join(' '),
)

const N = Number(process.argv[2] ?? 1e6)
const data = generate(N)
const chunks = Math.ceil(N / CHUNK)
const span = composite.hi - composite.lo + 1
const TABLE = 1024,
  DATA = (TABLE + span * 4 + 4096) & ~4095
const memory = new WebAssembly.Memory({
  initial: Math.ceil((DATA + chunks * chunkBytes) / 65536) + 1,
})
const view = (n: string, c: number, m: number) => {
  const p = places[n]!,
    at = DATA + c * chunkBytes + p.offset
  return p.bytes === 1
    ? p.signed
      ? new Int8Array(memory.buffer, at, m)
      : new Uint8Array(memory.buffer, at, m)
    : p.bytes === 2
      ? new Int16Array(memory.buffer, at, m)
      : new Int32Array(memory.buffer, at, m)
}
for (const f of FACTS)
  for (let c = 0; c < chunks; c++) {
    const m = Math.min(CHUNK, N - c * CHUNK)
    view(f.name, c, m).set(data.facts[f.name]!.subarray(c * CHUNK, c * CHUNK + m))
  }
// Padding rows must not divide by zero nor be counted.
for (let c = 0; c < chunks; c++) {
  const m = Math.min(CHUNK, N - c * CHUNK)
  if (m < CHUNK) view('target_set', c, CHUNK).fill(1, m)
}

const FUSE = Number(process.env.FUSE ?? 1)
const t0 = performance.now()
const groups: Assign[][] = []
for (const r of rules) {
  const last = groups.at(-1)
  if (last && last.length < FUSE && i.width(last[0]!.value) === i.width(r.value)) last.push(r)
  else groups.push([r])
}
const fns: w.Fn[] = groups.map((g, n) => blockLoop(`r${n}`, places, g))
fns.push(
  blockLoop('g', places, [{ to: 'ganzhou', value: ganzhou }]),
  blockLoop('y', places, [{ to: 'guiyang', value: guiyang }]),
)
fns.push(
  blockLoop('c', places, [{ to: 'composite', value: composite }]),
  blockLoop('gr', places, [{ to: 'grade', value: grade }]),
)
// scalar: histogram and rank look-up
const p = places.composite!,
  ld = p.bytes === 2 ? w.LOAD16S : w.LOAD32
const tableAt = TABLE - composite.lo * 4
const scalar = (name: string, fill: (b: w.Body, slot: () => void) => void): w.Fn => {
  const b = new w.Body()
  b.address(3, 0, 1, p.bytes >> 1)
  b.address(4, 0, 1, 2)
  b.address(2, 0, 2, p.bytes >> 1)
  b.open()
  fill(b, () => {
    b.get(3)
    b.word(ld, p.offset)
    b.i32(2)
    b.push(w.SHL)
    if (tableAt < 0) {
      b.i32(tableAt)
      b.push(w.ADD)
    }
  })
  b.add(3, p.bytes)
  b.add(4, 4)
  b.again(3, 2)
  return { name, i32s: 3, vectors: 0, body: b }
}
const off = Math.max(0, tableAt)
fns.push(
  scalar('h', (b, slot) => {
    slot()
    b.tee(5)
    b.get(5)
    b.word(w.LOAD32, off)
    b.i32(1)
    b.push(w.ADD)
    b.word(w.STORE32, off)
  }),
)
fns.push(
  scalar('rk', (b, slot) => {
    b.get(4)
    slot()
    b.word(w.LOAD32, off)
    b.word(w.STORE32, places.rank!.offset)
  }),
)
// place: two lines, passed as params would be better; lab: global via memory splat
const lineAt = 16
const bytes = w.moduleOf(fns)
const t1 = performance.now()
const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { m: { memory } })
const t2 = performance.now()
console.log(
  'emit',
  (t1 - t0).toFixed(2),
  'ms; compile',
  (t2 - t1).toFixed(2),
  'ms;',
  bytes.length,
  'bytes',
)
const x = instance.exports as Record<string, (b: number, f: number, t: number) => void>
const steps = [...groups.map((_, n) => x[`r${n}`]!), x.g!, x.y!, x.c!, x.gr!]
const table = new Int32Array(memory.buffer, TABLE, span)
const up = (m: number) => (m + 15) & ~15
let topLine = 0,
  bottomLine = 0
function ranks() {
  const end = endSize(N)
  let above = 0
  topLine = composite.hi + 1
  bottomLine = composite.lo - 1
  let bottomSet = false
  for (let v = span - 1; v >= 0; v--) {
    const here = table[v]!
    table[v] = above + 1
    if (here) {
      if (above < end) topLine = v + composite.lo
      if (!bottomSet && N - above - here < end) {
        bottomLine = v + composite.lo
        bottomSet = true
      }
    }
    above += here
  }
}
const phases = [0, 0, 0]
const placeViews = Array.from(
  { length: chunks },
  (_, c) => [view('composite', c, CHUNK), view('place', c, CHUNK)] as const,
)
function placeBlock(
  c: Int16Array,
  o: Int8Array,
  a: number,
  b: number,
  top: number,
  bottom: number,
) {
  for (let j = a; j < b; j++) {
    const v = c[j]!
    o[j] = ((top - 1 - v) >>> 31) | (((v - bottom - 1) >>> 31) << 1)
  }
}
function run() {
  const a0 = performance.now()
  table.fill(0)
  for (let c = 0; c < chunks; c++) {
    const base = DATA + c * chunkBytes,
      m = Math.min(CHUNK, N - c * CHUNK)
    for (let a = 0; a < m; a += BLOCK) {
      const b = Math.min(m, a + BLOCK),
        bb = up(b)
      for (let s = 0; s < steps.length; s++) steps[s]!(base, a, bb)
      if (HI) x.h!(base, a, b)
    }
  }
  const a1 = performance.now()
  if (!HI)
    for (let c = 0; c < chunks; c++) x.h!(DATA + c * chunkBytes, 0, Math.min(CHUNK, N - c * CHUNK))
  ranks()
  const a2 = performance.now()
  for (let c = 0; c < chunks; c++) {
    const m = Math.min(CHUNK, N - c * CHUNK)
    x.rk!(DATA + c * chunkBytes, 0, m)
    const [cc, oo] = placeViews[c]!
    for (let a = 0; a < m; a += 512)
      placeBlock(cc as Int16Array, oo as Int8Array, a, Math.min(m, a + 512), topLine, bottomLine)
  }
  const a3 = performance.now()
  phases[0] = a1 - a0
  phases[1] = a2 - a1
  phases[2] = a3 - a2
}
const HI = !!process.env.HI
let best = [1e9, 0, 0, 0]
const all: number[] = []
for (let r = 0; r < Number(process.env.R ?? 60); r++) {
  const a = performance.now()
  run()
  const t = performance.now() - a
  all.push(t)
  if (t < best[0]!) best = [t, ...phases]
}
all.length > 20 && all.splice(0, all.length - 10)
console.log(
  'ns/unit min',
  best.map((t) => ((t * 1e6) / N).toFixed(1)).join(' '),
  'all',
  all.map((t) => ((t * 1e6) / N).toFixed(1)).join(' '),
)
if (process.argv[3]) {
  const out: Record<string, Int32Array> = {}
  for (const n of [
    ...rules.map((r) => r.to),
    'ganzhou',
    'guiyang',
    'composite',
    'grade',
    'rank',
    'place',
  ]) {
    const o = new Int32Array(N)
    for (let c = 0; c < chunks; c++) {
      const m = Math.min(CHUNK, N - c * CHUNK)
      o.set(view(n, c, m), c * CHUNK)
    }
    out[n] = o
  }
  const right = sumsOf(reference(data), N),
    got = sumsOf(out, N)
  console.log('diff', differences(got, right), digest(got))
}

if (process.env.DETAIL) {
  const per = steps.map(() => 1e9)
  for (let r = 0; r < 5; r++)
    for (let s = 0; s < steps.length; s++) {
      const a = performance.now()
      for (let c = 0; c < chunks; c++)
        for (let q = 0; q < CHUNK; q += BLOCK) steps[s]!(DATA + c * chunkBytes, q, q + BLOCK)
      per[s] = Math.min(per[s]!, performance.now() - a)
    }
  const name = (k: number) => groups[k]?.map((g) => g.to).join('+') ?? `tail ${k - groups.length}`
  console.log(per.map((t, k) => `${((t * 1e6) / N).toFixed(2)} ${name(k)}`).join('\n'))
}
