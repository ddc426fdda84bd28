/** Time a rule with twenty times the rules: the same 35 under twenty names, each with facts of its own. */
import { compile, type Program, type Scheme } from '../../packages/engine/src/index.ts'
import { kernelOf, type Kernel } from '../../packages/engine/src/kernel/index.ts'
import { generate } from '../workload/data.ts'
import { RULES } from '../workload/rules.ts'
import { inputsOf, workloadScheme } from '../workload/scheme.ts'
import { least } from './field.ts'
import { judge } from './goals.ts'
import { nanoseconds, table } from './print.ts'
import type { Options } from './options.ts'

const TIMES = 20

/** All names of facts, items, categories and sources with a number behind them. */
function numbered<T>(value: T, names: ReadonlySet<string>, k: number): T {
  if (typeof value === 'string') return (names.has(value) ? `${value}-copy-${k}` : value) as T
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((v) => numbered(v, names, k)) as T
  return Object.fromEntries(
    Object.entries(value).map(([key, v]) => [key, numbered(v, names, k)]),
  ) as T
}

/** The scheme `times` times over, side by side under one total. */
export function repeated(scheme: Scheme, times: number): Scheme {
  const { facts = [], items, categories = [], sources = [] } = scheme
  const names = new Set([...facts, ...items, ...categories, ...sources].map((x) => x.id))
  const lists = { facts, items, categories, sources }
  const copies = Array.from({ length: times }, (_, k) => numbered(lists, names, k))
  return {
    ...scheme,
    facts: copies.flatMap((c) => c.facts),
    items: copies.flatMap((c) => c.items),
    categories: copies.flatMap((c) => c.categories),
    sources: copies.flatMap((c) => c.sources),
  }
}

function loadedWith(program: Program, units: number): Kernel {
  const data = generate(units)
  const plain = (id: string) => id.replace(/-copy-\d+$/, '')
  const inputs = program.unit.inputs.map((i) => (i.from === 'fact' ? { ...i, fact: plain(i.fact) } : i))
  const kernel = kernelOf(program)
  kernel.load(inputsOf({ ...program, unit: { ...program.unit, inputs } }, data), units)
  return kernel
}

export function growthInRules(o: Options): void {
  const units = Math.min(o.units, 100_000)
  const one = loadedWith(compile(workloadScheme()), units)
  const many = loadedWith(compile(repeated(workloadScheme(), TIMES)), units)
  const times: [number[], number[]] = [[], []]
  for (let k = 0; k < 12 + o.rounds * 4; k++) {
    for (const [i, kernel] of [one, many].entries()) {
      const from = performance.now()
      kernel.score()
      times[i]!.push(performance.now() - from)
    }
  }
  const perRule = (t: readonly number[], rules: number) => (least(t) * 1e6) / units / rules
  const [a, b] = [perRule(times[0], RULES.length), perRule(times[1], RULES.length * TIMES)]
  const exact = many.exact.length === 0 ? '' : `; exact: ${many.exact.join(', ')}`
  console.log(
    table([
      ['rules', `time a rule and unit, ${units} units`, 'over 35', 'must | aim', 'met'],
      [`${RULES.length}`, nanoseconds(a), '', '', ''],
      [`${RULES.length * TIMES}`, nanoseconds(b), (b / a).toFixed(2), '1.3 | 1.1', judge(b / a, 1.3, 1.1)],
    ]) + exact,
  )
}
