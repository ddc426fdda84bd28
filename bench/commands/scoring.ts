/** `scoring`: every peer on the same work, compared with ours. */
import { differences, digest, sumsOf } from '../workload/checksum.ts'
import { generate } from '../workload/data.ts'
import { reference } from '../workload/reference.ts'
import { PEERS } from '../peers/index.ts'
import { OURS } from '../ours.ts'
import { median, perUnit, race, type Runner, type Skipped, start } from './field.ts'
import { judged } from './goals.ts'
import { figure, nanoseconds, table } from './print.ts'
import type { Options } from './options.ts'

/** The sums that every peer must reach, for each number of units in use. */
function expected(runners: readonly Runner[]): Map<number, readonly string[]> {
  const sizes = [...new Set(runners.map((r) => r.units))]
  return new Map(sizes.map((n) => [n, sumsOf(reference(generate(n)), n)]))
}

function verdict(r: Runner, right: Map<number, readonly string[]>): string {
  const wrong = differences(r.sums, right.get(r.units)!)
  return wrong.length === 0 ? digest(r.sums) : `DIFFERS in ${wrong.join(', ')}`
}

function row(r: Runner, ours: Runner | undefined, right: Map<number, readonly string[]>): string[] {
  const isOurs = OURS.includes(r.peer)
  const ratio = ours && !isOurs ? perUnit(r) / perUnit(ours) : undefined
  const [goal, met] = isOurs ? ['', ''] : judged(r.peer.name, ratio)
  return [
    r.peer.label,
    `${r.units}`,
    nanoseconds(perUnit(r)),
    nanoseconds(perUnit(r, median)),
    ratio === undefined ? '' : figure(ratio),
    goal,
    met,
    verdict(r, right),
  ]
}

const isSkipped = (x: Runner | Skipped): x is Skipped => 'why' in x

/** The comparison says nothing if the kernel it leans on is itself slow. */
function control(runners: readonly Runner[]): string {
  const time = (name: string) => {
    const r = runners.find((x) => x.peer.name === name)
    return r ? perUnit(r) : undefined
  }
  const [kernel, duckdb] = [time('kernel'), time('duckdb-histogram')]
  if (!kernel || !duckdb) return 'control: kernel or DuckDB did not run; the comparison is void'
  const ratio = duckdb / kernel
  return `control: DuckDB over the hand-tuned kernel ${figure(ratio)}, must be 3: ${ratio >= 3 ? 'valid' : 'THE COMPARISON IS VOID'}`
}

export async function scoring(o: Options): Promise<boolean> {
  const chosen = PEERS.filter((p) => !o.only || o.only.includes(p.name))
  const started: (Runner | Skipped)[] = []
  for (const p of chosen) started.push(await start(p, o.units))
  const runners = started.filter((x): x is Runner => !isSkipped(x))
  await race(runners, o.rounds)
  const right = expected(runners)
  // The fastest of ours on one thread is what all are compared with.
  const ours = runners
    .filter((r) => OURS.includes(r.peer) && r.peer.threads === 1)
    .sort((a, b) => perUnit(a) - perUnit(b))[0]
  const head = ['peer', 'units', 'min', 'median', 'over ours', 'must | aim', 'met', 'sums']
  console.log(table([head, ...runners.map((r) => row(r, ours, right))]))
  for (const s of started.filter(isSkipped)) console.log(`skipped: ${s.peer.label}: ${s.why}`)
  if (!ours) console.log('ours: not wired in yet, so no goal is measured')
  console.log(control(runners))
  return runners.every((r) => differences(r.sums, right.get(r.units)!).length === 0)
}
