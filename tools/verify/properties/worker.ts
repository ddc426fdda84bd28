/** Tries the properties of the engine on every so-manieth seed, in a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads'
import { caseOf } from '../../../packages/engine/tests/properties/case.ts'
import { properties } from '../../../packages/engine/tests/properties/list.ts'
import { Trial } from './tally.ts'

export interface Share {
  readonly from: number
  readonly to: number
  readonly step: number
}

function send(message: object): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to a thread, not to a window
  parentPort?.postMessage(message)
}

const { from, to, step } = workerData as Share
const trial = new Trial(caseOf, properties)
for (let seed = from; seed < to; seed += step) {
  send({ seed, faults: trial.run(seed) })
}
send({ outcomes: trial.outcomes() })
