/**
 * Our own engine: the scheme of `workload/scheme.yaml` compiled, and its kernel over the columns. The same
 * code chooses between generated WebAssembly and plain passes; the second entry forces the latter.
 */
import { kernelOf, type By, type Kernel } from '../packages/engine/src/kernel/index.ts'
import type { Peer } from './peers/peer.ts'
import { type Output, type Outputs, sumsOf } from './workload/checksum.ts'
import type { Data } from './workload/data.ts'
import { GRADES } from './workload/outcome.ts'
import { RULES } from './workload/rules.ts'
import { inputsOf, workloadProgram } from './workload/scheme.ts'

/** The kernel with a data set loaded. */
export function loaded(data: Data, by?: By): Kernel {
  const program = workloadProgram()
  const kernel = kernelOf(program, by === undefined ? {} : { by })
  if (kernel.exact.length > 0) console.error(`exact rationals: ${kernel.exact.join(', ')}`)
  kernel.load(inputsOf(program, data), data.units)
  return kernel
}

/** The output columns as the tables of the workload name them. */
export function outputsOf(kernel: Kernel): Outputs {
  const points = RULES.map((r): [string, Output] => [
    r.id,
    kernel.points(r.id.replaceAll('_', '-')).copy(),
  ])
  const grades = kernel.grades()
  return {
    ...Object.fromEntries(points),
    ganzhou: kernel.part('ganzhou').copy(),
    guiyang: kernel.part('guiyang').copy(),
    composite: kernel.total().copy(),
    grade: grades.map((g) => GRADES.length - g),
    rank: kernel.ranks(),
    place: kernel.ends(),
  }
}

function peer(name: string, label: string, maxUnits: number, by?: By): Peer {
  return {
    name,
    label,
    threads: 1,
    maxUnits,
    prepare(data) {
      const kernel = loaded(data, by)
      return { run: () => kernel.score(), sums: () => sumsOf(outputsOf(kernel), data.units) }
    },
  }
}

export const OURS: readonly Peer[] = [
  peer('ours', 'ours, chosen by itself', 1_000_000),
  peer('ours-plain', 'ours, plain passes', 1_000_000, 'plain'),
]
