/** Runs peers side by side: each in its process, repetitions interleaved so that a slow minute of the machine hits all. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Answer, Order } from './child.ts'
import type { Peer } from '../peers/peer.ts'

export type Runner = {
  peer: Peer
  units: number
  times: number[]
  sums: readonly string[]
  prepareMs: number
  /** Of the process before it was prepared. */
  rss: number
  factBytes: number
  ask(o: Order): Promise<Answer>
}
export type Skipped = { peer: Peer; why: string }

/** Starts one peer and prepares it. */
export async function start(peer: Peer, units: number): Promise<Runner | Skipped> {
  const child = fork(fileURLToPath(new URL('child.ts', import.meta.url)), [peer.name], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ask = (order: Order) =>
    new Promise<Answer>((done) => {
      const gone = () => done({ error: 'its process ended' })
      child.once('exit', gone)
      child.once('message', (m) => (child.off('exit', gone), done(m as Answer)))
      child.send(order)
    })
  const n = Math.min(units, peer.maxUnits)
  const first = await ask({ do: 'prepare', units: n })
  const why = first.skip ?? first.error
  if (why) {
    child.kill()
    return { peer, why }
  }
  return {
    peer,
    units: n,
    times: [],
    sums: [],
    prepareMs: first.ms!,
    rss: first.rss!,
    factBytes: first.factBytes!,
    ask,
  }
}

/** One repetition. */
async function once(r: Runner): Promise<void> {
  const answer = await r.ask({ do: 'run' })
  if (answer.error) throw new Error(`${r.peer.name}: ${answer.error}`)
  r.times.push(answer.ms!)
}

/** Runs until the just-in-time compilers have settled: at least twice, up to half a second. */
async function warm(r: Runner): Promise<void> {
  for (let k = 0; k < 2 || (sum(r.times) < 500 && k < 40); k++) await once(r)
  r.times.length = 0
}

/** Warms all, then `rounds` rounds in which each runs for about the same time; asks for the sums and stops them. */
export async function race(runners: Runner[], rounds: number): Promise<void> {
  for (const r of runners) await warm(r)
  for (let k = 0; k < rounds; k++) {
    for (const r of runners) {
      const from = r.times.length
      do await once(r)
      while (sum(r.times.slice(from)) < 60 && r.times.length - from < 20)
    }
  }
  for (const r of runners) {
    r.sums = (await r.ask({ do: 'sums' })).sums ?? []
    await r.ask({ do: 'stop' })
  }
}

export const sum = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0)
export const least = (xs: readonly number[]): number => Math.min(...xs)
export function median(xs: readonly number[]): number {
  const s = [...xs].sort((a, b) => a - b)
  return (s[(s.length - 1) >> 1]! + s[s.length >> 1]!) / 2
}
/** Nanoseconds per unit-period. */
export const perUnit = (r: Runner, of = least): number => (of(r.times) * 1e6) / r.units
