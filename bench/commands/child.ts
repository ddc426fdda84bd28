/** One peer in a process of its own, so that neither heaps nor compiled code of different peers mix. Driven by messages. */
import { generate } from '../workload/data.ts'
import { type Ready, reason } from '../peers/peer.ts'
import { peerNamed } from '../peers/index.ts'

export type Order =
  | { do: 'prepare'; units: number }
  | { do: 'run' }
  | { do: 'sums' }
  | { do: 'stop' }
export type Answer = {
  skip?: string
  ms?: number
  sums?: readonly string[]
  rss?: number
  factBytes?: number
  error?: string
}

const peer = peerNamed(process.argv[2]!)
let ready: Ready

async function prepare(units: number): Promise<Answer> {
  const data = generate(units)
  const before = process.memoryUsage.rss()
  const start = performance.now()
  const made = await peer.prepare(data)
  if ('skip' in made) return made
  ready = made
  const factBytes = Object.values(data.facts).reduce((a, c) => a + c.BYTES_PER_ELEMENT, 0)
  return { ms: performance.now() - start, rss: before, factBytes }
}

async function run(): Promise<Answer> {
  const start = performance.now()
  const own = await ready.run()
  return {
    ms: typeof own === 'number' ? own : performance.now() - start,
    rss: process.memoryUsage.rss(),
  }
}

async function obey(order: Order): Promise<Answer> {
  if (order.do === 'prepare') return prepare(order.units)
  if (order.do === 'run') return run()
  if (order.do === 'sums') return { sums: await ready.sums() }
  await ready?.close?.()
  return {}
}

process.on('message', async (order: Order) => {
  const answer = await obey(order).catch((e: unknown): Answer => ({ error: reason(e) }))
  process.send!(answer, () => {
    if (order.do === 'stop') process.exit(0)
  })
})
