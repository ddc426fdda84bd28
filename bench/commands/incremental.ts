/** `incremental`: one fact changes at 1,000,000 units; points, total and rank right again. Only ours claims to do it. */
import { loaded } from '../ours.ts'
import { generate } from '../workload/data.ts'
import { FACTS } from '../workload/facts.ts'
import { median } from './field.ts'
import { judge } from './goals.ts'
import { figure, table } from './print.ts'
import type { Options } from './options.ts'

const CHANGES = 20_000

/** Another number each time, the same on every machine. */
const next = (x: number): number => (Math.imul(x, 1664525) + 1013904223) >>> 0

export async function incremental(o: Options): Promise<boolean> {
  const kernel = loaded(generate(o.units))
  kernel.score()
  const inputs = [...kernel.plan.columns.inputs]
  let draw = 1
  let ranks = 0
  const change = (): void => {
    draw = next(draw)
    const unit = draw % o.units
    draw = next(draw)
    const [input, { range }] = inputs[draw % inputs.length]!
    draw = next(draw)
    kernel.change(unit, input, range.lo + (draw % (range.hi - range.lo + 1)))
    ranks += kernel.live.rank(unit)
  }
  const from = performance.now()
  change()
  const first = performance.now() - from
  const times: number[] = []
  for (let k = 0; k < o.rounds * 3; k++) {
    const start = performance.now()
    for (let c = 0; c < CHANGES; c++) change()
    times.push(((performance.now() - start) * 1e3) / CHANGES)
  }
  const least = Math.min(...times)
  console.log(
    table([
      ['one change, then the rank of the unit', 'min µs', 'median µs', 'must | aim', 'met'],
      [`${FACTS.length} facts in turn, ${o.units} units`, figure(least), figure(median(times)), '2 | 0.5', judge(least, 2, 0.5)],
    ]),
  )
  console.log(`the first change counts all totals: ${figure(first)} ms; sum of ranks ${ranks}`)
  return verified(kernel)
}

/** The columns after all changes are those of scoring everything again. */
function verified(kernel: ReturnType<typeof loaded>): boolean {
  const [before, units] = [kernel.total().copy(), kernel.store.units]
  const some = Array.from({ length: 1_000 }, (_, k) => Math.floor((k * units) / 1_000))
  const ranks = some.map((u) => kernel.live.rank(u))
  kernel.score()
  const [after, right] = [kernel.total().copy(), kernel.ranks()]
  const equal = before.every((x, u) => x === after[u]) && some.every((u, k) => ranks[k] === right[u])
  console.log(equal ? 'equal to scoring all again' : 'DIFFERS from scoring all again')
  return equal
}
