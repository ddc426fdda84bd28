/** People who go on writing whatever happens, and remember what they were told. */
import { randomUUID } from 'node:crypto'
import { ask, pause } from './server.ts'

const WRITERS = 32
const AGAIN_MS = 100
const LOOK_MS = 50

/** A write that was begun: what it asks, under which key, and what came back. */
export interface Write {
  readonly key: string
  readonly name: string
  /** The unit that the server said it had added. */
  acknowledged?: string
}

export interface Session {
  readonly cookie: string
  readonly org: string
}

/** Signs in as who may add units in the demonstration. */
export async function signIn(port: number): Promise<Session> {
  // With the planted bug the demonstration may be ready a moment before it is there.
  await pause(2000)
  const body = JSON.stringify({ login: 'ganzhou-organiser', password: 'kaohe-demo' })
  const got = await ask(port, '/api/session', { method: 'POST', body })
  if (!got.ok) throw new Error(`nobody could sign in: ${got.status} ${await got.text()}`)
  const cookie = got.headers.getSetCookie()[0]!.split(';', 1)[0]!
  // With the planted bug the session may be acknowledged a moment before it is there.
  await pause(1000)
  const answer = await ask(port, '/api/units', { headers: { cookie } })
  if (!answer.ok) throw new Error(`the session does not hold: ${answer.status}`)
  const { units } = (await answer.json()) as { units: { id: string }[] }
  return { cookie, org: units[0]!.id }
}

/** @returns the status of the answer, and what it said when it was a refusal */
async function send(
  port: number,
  { cookie, org }: Session,
  write: Write,
): Promise<[number, string]> {
  const body = JSON.stringify({ parent: org, name: write.name, kind: '乡镇' })
  const headers = { cookie, 'Idempotency-Key': write.key }
  const got = await ask(port, '/api/units', { method: 'POST', headers, body })
  if (!got.ok) return [got.status, await got.text()]
  write.acknowledged = ((await got.json()) as { id: string }).id
  return [got.status, '']
}

/** 32 writers at once until they are stopped. What was not acknowledged is sent again with the same key. */
export class Writers {
  readonly writes: Write[] = []
  readonly faults: string[] = []
  /** The statuses of all answers. */
  readonly statuses = new Set<number>()
  private readonly port: number
  private readonly session: Session
  private readonly excuses: readonly number[]
  private going = true
  private readonly working: Promise<void>[]

  /** @param excuses What a write may be answered: only being away is an excuse, a fault or a refusal is not. */
  constructor(port: number, session: Session, excuses: readonly number[] = [503]) {
    this.port = port
    this.session = session
    this.excuses = excuses
    this.working = Array.from({ length: WRITERS }, (_, writer) => this.work(writer))
  }

  private async work(writer: number): Promise<void> {
    for (let n = 0; this.going; n += 1) {
      const key = randomUUID()
      const write: Write = { key, name: `第${writer}个人第${n}次 ${key.slice(0, 8)}` }
      this.writes.push(write)
      await this.sendUntilAcknowledged(write)
    }
  }

  get acknowledged(): number {
    return this.writes.filter(({ acknowledged }) => acknowledged !== undefined).length
  }

  /** Waits until so many writes were acknowledged, or so long. */
  async untilAcknowledged(count: number, mostMs: number): Promise<void> {
    const begun = performance.now()
    while (this.acknowledged < count && performance.now() - begun < mostMs) await pause(LOOK_MS)
  }

  private async sendUntilAcknowledged(write: Write): Promise<void> {
    while (this.going && write.acknowledged === undefined) {
      const answer = await send(this.port, this.session, write).catch(() => undefined)
      if (answer !== undefined) this.statuses.add(answer[0])
      if (write.acknowledged !== undefined) return
      if (answer !== undefined && !this.excuses.includes(answer[0]))
        return void this.faults.push(answer.join(' '))
      await pause(AGAIN_MS)
    }
  }

  async stop(): Promise<void> {
    this.going = false
    await Promise.all(this.working)
  }
}
