/** `explain`: one unit explained on demand; ZEN's trace is what it is compared with. */
import { decision } from '../peers/zen.ts'
import { generate, unitAt } from '../workload/data.ts'
import { median } from './field.ts'
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
    await call(k)
    times.push((performance.now() - from) * 1e3)
  }
  return times
}

const p99 = (xs: readonly number[]): number =>
  [...xs].sort((a, b) => a - b)[Math.floor(xs.length * 0.99)]!

export async function explain(o: Options): Promise<boolean> {
  const data = generate(UNITS)
  const { ZenEngine } = await import('@gorules/zen-engine')
  const made = new ZenEngine().createDecision(Buffer.from(JSON.stringify(decision())))
  const units = Array.from({ length: UNITS }, (_, i) => unitAt(data, i))
  const call = (k: number) => made.evaluate(units[k % UNITS], { trace: true })
  await timed(200, call)
  const zen = await timed(o.rounds * UNITS, call)
  console.log(
    table([
      ['peer', 'median µs', 'p99 µs'],
      ['GoRules ZEN, evaluate with trace', figure(median(zen)), figure(p99(zen))],
    ]),
  )
  console.log('ours: not wired in yet (20 µs, p99 80 µs, 15 times faster than the trace; aim 8 µs)')
  return true
}
