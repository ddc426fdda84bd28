/** `explain`: one unit explained on demand, compared with ZEN's trace; and whether being able to costs anything. */
import { tellerOf } from '../../packages/engine/src/kernel/index.ts'
import { loaded } from '../ours.ts'
import { decision } from '../peers/zen.ts'
import { generate, unitAt } from '../workload/data.ts'
import { least, median } from './field.ts'
import { judge } from './goals.ts'
import { figure, table } from './print.ts'
import type { Options } from './options.ts'

const UNITS = 1_000

/** Microseconds of each of some calls. */
async function timed(
  calls: number,
  call: (k: number) => Promise<unknown> | unknown,
): Promise<number[]> {
  const times: number[] = []
  for (let k = 0; k < calls; k++) {
    const from = performance.now()
    const made = call(k)
    if (made instanceof Promise) await made
    times.push((performance.now() - from) * 1e3)
  }
  return times
}

const p99 = (xs: readonly number[]): number =>
  [...xs].sort((a, b) => a - b)[Math.floor(xs.length * 0.99)]!

/**
 * All lines of one unit as one text. Asking for a character makes V8 put the pieces of the text together,
 * so that nothing is left to be done later; ZEN's trace likewise is an object that nobody has written out yet.
 */
function ourCall(units: number): { call: (k: number) => number; lines: number; example: string } {
  const kernel = loaded(generate(units))
  kernel.score()
  const teller = tellerOf(kernel)
  if (teller === undefined) throw new Error('the workload should be told')
  const text = (k: number) => teller.text((k * 7919) % units, '示例单位')
  const call = (k: number) => text(k).charCodeAt(0)
  return { call, lines: teller.tell(0, '').length, example: text(0) }
}

async function trace(): Promise<(k: number) => Promise<unknown>> {
  const data = generate(UNITS)
  const { ZenEngine } = await import('@gorules/zen-engine')
  const made = new ZenEngine().createDecision(Buffer.from(JSON.stringify(decision())))
  const units = Array.from({ length: UNITS }, (_, i) => unitAt(data, i))
  return (k) => made.evaluate(units[k % UNITS], { trace: true })
}

/** Scoring with a teller built and used between rounds, over scoring without one; rounds interleaved. */
function available(o: Options): readonly [number, number] {
  const [bare, told] = [loaded(generate(o.units)), loaded(generate(o.units))]
  told.score()
  const teller = tellerOf(told)
  const [without, withIt]: [number[], number[]] = [[], []]
  const score = (kernel: typeof bare, times: number[]) => {
    const from = performance.now()
    kernel.score()
    times.push(performance.now() - from)
  }
  for (let k = 0; k < 12 + o.rounds * 6; k++) {
    score(bare, without)
    teller?.text(k % o.units, '')
    score(told, withIt)
  }
  return [least(without), least(withIt)]
}

export async function explain(o: Options): Promise<boolean> {
  const ours = ourCall(o.units)
  const call = await trace()
  await timed(200, call)
  // Until the just-in-time compiler has settled, as with every peer.
  await timed(40_000, ours.call)
  const zen: number[] = []
  const own: number[] = []
  for (let k = 0; k < o.rounds; k++) {
    zen.push(...(await timed(UNITS, call)))
    own.push(...(await timed(UNITS * 5, ours.call)))
  }
  const [m, p] = [median(own), p99(own)]
  const ratio = median(zen) / m
  console.log(
    table([
      ['peer', 'median µs', 'p99 µs', 'must | aim', 'met'],
      ['GoRules ZEN, evaluate with trace', figure(median(zen)), figure(p99(zen)), '', ''],
      [`ours, ${ours.lines} lines of any unit`, figure(m), figure(p), '20, p99 80 | 8', p <= 80 ? judge(m, 20, 8) : 'MISSED'],
      ['ZEN over ours', figure(ratio), '', '15', ratio >= 15 ? 'must' : 'MISSED'],
    ]),
  )
  const [without, withIt] = available(o)
  const cost = withIt / without
  console.log(`scoring with explanation available over without: ${cost.toFixed(3)} (must 1.05): ${judge(cost, 1.05, 1)}`)
  console.log(ours.example)
  return true
}
