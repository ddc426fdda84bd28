/** The workload as a scheme: read, checked and compiled as any other, with no arena made by hand. */
import { readFileSync } from 'node:fs'
import { compile, type Input, type Program, type Scheme } from '../../packages/engine/src/index.ts'
import { rangeOf } from '../../packages/engine/src/kernel/ranges.ts'
import { readScheme } from '../../packages/scheme/src/index.ts'
import type { Column, Data } from './data.ts'

/** The scheme of `scheme.yaml`, checked. */
export function workloadScheme(): Scheme {
  const { scheme, diagnostics } = readScheme(
    readFileSync(new URL('scheme.yaml', import.meta.url), 'utf8'),
  )
  if (scheme === undefined)
    throw new Error(diagnostics.map((d) => `${d.line}: ${d.message}`).join('\n'))
  return scheme
}

/** The one fact that is no whole number: a rate, which the tables keep in thousandths and the kernel finer. */
const RATE = 'study_permille'

function columnOf(input: Input, data: Data): Column | undefined {
  if (input.from !== 'fact') return undefined
  if (input.fact !== 'study-rate') return data.facts[input.fact.replaceAll('-', '_')]
  const finer = (rangeOf(input)?.scale ?? 1_000) / 1_000
  const rates = data.facts[RATE]!
  // Filled in place: `Int16Array.from` makes a list of a million numbers on the way, which `memory` would count as ours.
  const column = new Int16Array(rates.length)
  for (let i = 0; i < column.length; i++) column[i] = rates[i]! * finer
  return column
}

/** The facts of the workload in the order of the program's inputs: `g_own` of the tables is `g-own` of the scheme. */
export const inputsOf = (program: Program, data: Data): readonly (Column | undefined)[] =>
  program.unit.inputs.map((input) => columnOf(input, data))

export const workloadProgram = (): Program => compile(workloadScheme())
