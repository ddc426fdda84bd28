/**
 * Everything that must hold of any scheme with any facts (packages/engine/tests/properties), with 10,000 seeds at
 * scale 1; `npm test` takes 500. It fails naming the seeds, and when a property compared nothing.
 */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { progress } from '../testing/progress.ts'
import type { VerifyOptions } from '../testing/verify.ts'
import { type Outcome, faultsOf, joined } from './properties/tally.ts'
import type { Share } from './properties/worker.ts'

const SEEDS = 10_000
const THREADS = Math.min(8, availableParallelism())

type Message =
  | { readonly seed: number; readonly faults: readonly string[] }
  | { readonly outcomes: readonly Outcome[] }

function run(share: Share, tick: () => void): Promise<readonly Outcome[]> {
  const worker = new Worker(new URL('properties/worker.ts', import.meta.url), { workerData: share })
  return new Promise((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if ('outcomes' in message) return resolve(message.outcomes)
      // At once: a long run that is broken off has said what it found.
      for (const fault of message.faults) console.log(fault)
      tick()
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('a thread ended before it was done')))
  })
}

export default async function properties({ scale }: VerifyOptions): Promise<void> {
  const to = Math.ceil(SEEDS * scale)
  const bar = progress('seeds', to)
  let done = 0
  const tick = () => {
    done += 1
    bar(done)
  }
  const shares = Array.from({ length: THREADS }, (_, from) => ({ from, to, step: THREADS }))
  const outcomes = joined(await Promise.all(shares.map((share) => run(share, tick))))
  for (const { name, compared } of outcomes)
    console.log(`${String(compared).padStart(12)}  ${name}`)
  const faults = faultsOf(outcomes)
  if (faults.length > 0) throw new Error(`with ${to} seeds:\n${faults.join('\n')}`)
}
