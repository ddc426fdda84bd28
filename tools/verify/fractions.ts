/**
 * Random weighted, banded, proportional, rounded and bounded cases, computed by the engine and again by Python's
 * `fractions` from the parameters alone: 100,000 at scale 1, and no difference. It needs python3.
 */
import { progress } from '../testing/progress.ts'
import { RULES, UNITS, drawParams } from './fractions/draw.ts'
import { type Ours, oursOf } from './fractions/ours.ts'
import { type Recomputed, recompute } from './fractions/python.ts'
import type { VerifyOptions } from '../testing/verify.ts'

const CASES = 100_000
const PER_SCHEME = RULES * UNITS

const MODES = ['half-up', 'half-even', 'up', 'down', 'floor', 'ceiling']
const WAYS = ['sum', 'average', 'best', 'worst']

/** What has to occur among the cases, lest they prove little. */
const EXPECTED = [
  ...['bands', 'proportional', 'external', 'slope', 'weighted', 'deduct', ...WAYS].map(
    (kind) => `rule ${kind}`,
  ),
  ...['one', 'sum', 'best', 'worst'].map((reading) => `bands read as ${reading}`),
  'bands at an end',
  'bands: none holds',
  ...['capped', 'beyond its goal', 'below its gate'].map((what) => `proportional ${what}`),
  ...['drop', 'raise', 'prorate'].map((partial) => `slope: part of a step, ${partial}`),
  ...MODES.flatMap((mode) => [`rounding ${mode}`, `rounding a tie, ${mode}`]),
  ...['cap', 'floor', 'mostLoss'].flatMap((name) => [`beside: ${name}`, `beside: ${name} binds`]),
  'beside: coefficient',
  'category weighted',
  ...['category', 'source'].flatMap((as) => WAYS.map((way) => `${as} ${way}`)),
]

type Change = (ours: readonly Ours[]) => readonly Ours[]

/** One scheme a line, with what the engine makes of it. */
function* linesOf(count: number, change: Change): Generator<string> {
  const bar = progress('fractions', count)
  for (let seed = 0; seed < count; seed += 1) {
    const params = drawParams(seed)
    yield JSON.stringify({ params, ours: change(oursOf(params)) })
    bar(seed + 1)
  }
}

function report({ summary, differences }: Recomputed): void {
  for (const line of differences) console.log(line)
  const { cases, figures, different, seen } = summary
  console.log(`${cases} cases, ${figures} figures compared, ${different} differences`)
  const counts = Object.entries(seen).toSorted(([a], [b]) => (a < b ? -1 : 1))
  for (const [what, count] of counts) console.log(`${String(count).padStart(10)}  ${what}`)
}

/** @throws Error where the recomputation differs, is too small, or lacks something */
function judge({ summary, code }: Recomputed, schemes: number): void {
  const { cases, different, seen } = summary
  if (different > 0) throw new Error(`Python computes ${different} figures otherwise`)
  if (cases !== schemes * PER_SCHEME || code !== 0)
    throw new Error(`${cases} cases were compared, not ${schemes * PER_SCHEME}`)
  const absent = EXPECTED.filter((what) => !(what in seen))
  if (absent.length > 0) throw new Error(`never occurred: ${absent.join('; ')}`)
}

/** One figure wrong by a millionth, of many: Python must find that one and nothing else. */
async function plantedIsFound(): Promise<void> {
  let planted = 0
  const wrong: Change = ([first, ...rest]) => {
    if (first === undefined || planted > 0) return first === undefined ? [] : [first, ...rest]
    planted += 1
    const [num, den] = (first.total ?? '').split('/').map(BigInt) as [bigint, bigint]
    return [{ ...first, total: `${num * 1_000_000n + den}/${den * 1_000_000n}` }, ...rest]
  }
  const { summary, differences, code } = await recompute(linesOf(3, wrong))
  if (summary.different !== 1 || differences.length !== 1 || code !== 1)
    throw new Error(`a planted fault was reported ${summary.different} times`)
  console.log(`a planted fault is found: ${differences[0]}`)
}

export default async function fractions({ scale }: VerifyOptions): Promise<void> {
  const schemes = Math.ceil((CASES * scale) / PER_SCHEME)
  await plantedIsFound()
  const recomputed = await recompute(linesOf(schemes, (ours) => ours))
  report(recomputed)
  judge(recomputed, schemes)
}
