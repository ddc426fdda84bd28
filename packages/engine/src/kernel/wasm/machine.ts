import type { Place } from '../layout.ts'
import type { Machine, Setup } from '../machine.ts'
import type { Assign } from '../plan.ts'
import { countLoop, rankLoop } from './count.ts'
import type { Host, Memory, Module } from './host.ts'
import { loopOf } from './loop.ts'
import { type Func, moduleOf } from './module.ts'

type Loop = (base: number, from: number, to: number) => void

const placeOf = ({ layout }: Setup, column: number): Place => layout.places[column] as Place

function placing(setup: Setup): Func[] {
  const { order } = setup.plan
  const { total, table } = setup
  const ranks =
    total === undefined || table === undefined || order?.rank === undefined
      ? []
      : [rankLoop('p0', placeOf(setup, total), placeOf(setup, order.rank), table)]
  if (order?.ends === undefined) return ranks
  const ends: Assign = { to: order.ends.column, value: order.ends.value }
  return [...ranks, loopOf('p1', setup.layout.places, [ends])]
}

/** The code of a plan: a loop for every few rules, one that counts totals, those that place. */
export function codeFor(setup: Setup): Uint8Array<ArrayBuffer> {
  const scoring = setup.loops.map((loop, k) => loopOf(`s${k}`, setup.layout.places, loop))
  const { total, table } = setup
  const counting =
    total === undefined || table === undefined ? [] : [countLoop('c', placeOf(setup, total), table)]
  return moduleOf([...scoring, ...counting, ...placing(setup)])
}

/** Vectors go by sixteen; what lies beyond the last unit is room of the chunk and may be overwritten. */
const up = (rows: number): number => (rows + 15) & ~15

/** A machine of compiled code over a memory. */
export function generated(on: Host, module: Module, memory: Memory): Machine {
  const { exports } = new on.Instance(module, { kernel: { memory } })
  const names = Object.keys(exports)
  const loops = (first: string) =>
    names.filter((n) => n.startsWith(first)).map((n) => exports[n] as Loop)
  const [scoring, counting] = [loops('s'), loops('c')]
  const [ranking, ending] = [loops('p0'), loops('p1')]
  return {
    score(base, from, to) {
      const end = up(to)
      for (const loop of scoring) loop(base, from, end)
    },
    only(chosen, base, from, to) {
      const end = up(to)
      for (const k of chosen) scoring[k]?.(base, from, end)
    },
    count(base, from, to) {
      for (const loop of counting) loop(base, from, to)
    },
    place(base, from, to) {
      for (const loop of ranking) loop(base, from, to)
      for (const loop of ending) loop(base, from, up(to))
    },
  }
}
