/** People who go on reading; each page that does not come is a fault. */
import { ask, pause } from '../installation/server.ts'
import type { Session } from '../installation/writers.ts'

const PAGES = ['/api/units', '/api/cycles', '/api/session', '/api/messages']
const LOOK_MS = 50

export class Readers {
  read = 0
  readonly faults: string[] = []
  private going = true
  private readonly working: Promise<void>[]

  constructor(port: number, session: Session) {
    this.working = PAGES.map((page) => this.work(port, session, page))
  }

  private async work(port: number, { cookie }: Session, page: string): Promise<void> {
    while (this.going) {
      const got = await ask(port, page, { headers: { cookie } }).catch((error: unknown) => error)
      if (got instanceof Response && got.ok) {
        await got.text()
        this.read += 1
      } else this.faults.push(`${page}: ${got instanceof Response ? got.status : String(got)}`)
      await pause(LOOK_MS)
    }
  }

  async stop(): Promise<void> {
    this.going = false
    await Promise.all(this.working)
  }
}
