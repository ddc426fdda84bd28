/**
 * A cold start in a process of its own: from the checked scheme to 1,000 scored units, then the same
 * again and again. Prints milliseconds: all, and each of the parts.
 *
 * Counted: everything the engine does with the scheme, the code it generates, copying the facts into its
 * columns, points, totals, grades, ranks and ends. Not counted: loading modules, reading and checking the
 * YAML (which runs the compiler once, so that its functions are known to V8, and nothing of the kernel),
 * and bringing the bench's facts into the order of the program's inputs.
 */
import { compile, type Scheme } from '../../packages/engine/src/index.ts'
import { kernelOf } from '../../packages/engine/src/kernel/index.ts'
import { generate } from '../workload/data.ts'
import { inputsOf, workloadScheme } from '../workload/scheme.ts'

const UNITS = 1_000
const AGAIN = 60

export type Run = { all: number; parts: number[] }

const data = generate(UNITS)

function once(scheme: Scheme): Run {
  const start = performance.now()
  const program = compile(scheme)
  const compiled = performance.now()
  const kernel = kernelOf(program)
  const planned = performance.now()
  const columns = inputsOf(program, data)
  const ordered = performance.now()
  kernel.load(columns, UNITS)
  const loaded = performance.now()
  kernel.score()
  const scored = performance.now()
  const parts = [compiled - start, planned - compiled, loaded - ordered, scored - loaded]
  return { all: parts.reduce((a, b) => a + b), parts }
}

const scheme = workloadScheme()
const first = once(scheme)
const again = Array.from({ length: AGAIN }, () => once(structuredClone(scheme)))
process.stdout.write(JSON.stringify({ first, again: again.at(-1) }))
