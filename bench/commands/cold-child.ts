/** One cold start in a process of its own: from the checked scheme to 1,000 scored units. Prints milliseconds. */
import { compile } from '../../packages/engine/src/index.ts'
import { kernelOf } from '../../packages/engine/src/kernel/index.ts'
import { generate } from '../workload/data.ts'
import { inputsOf, workloadScheme } from '../workload/scheme.ts'

const UNITS = 1_000
const by = process.argv[2] === 'webassembly' ? { by: 'webassembly' as const } : {}
const scheme = workloadScheme()
const data = generate(UNITS)

const start = performance.now()
const program = compile(scheme)
const compiled = performance.now()
const kernel = kernelOf(program, by)
const planned = performance.now()
kernel.load(inputsOf(program, data), UNITS)
const loaded = performance.now()
kernel.score()
const scored = performance.now()
const parts = [compiled - start, planned - compiled, loaded - planned, scored - loaded]
process.stdout.write(JSON.stringify({ all: scored - start, parts, best: kernel.ranks().length }))
