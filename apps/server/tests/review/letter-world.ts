import { randomUUID } from 'node:crypto'
import { acting, insertUnit } from '@kaohe/storage'
import { unzipSync } from 'fflate'
import { seedCycle } from '../reporting/cycle.ts'
import { type Got, PASSWORD, type Sent, startWorld, type World } from '../world.ts'
import { LETTER_SCHEME } from './letter-scheme.ts'

const DAY_MS = 86_400_000
const CHINA_AHEAD_MS = 8 * 3_600_000

export const put = (body: object): Sent => ({ method: 'PUT', body })
export const post = (body?: object): Sent => ({ method: 'POST', ...(body && { body }) })

export const DUE = { dueOn: '2023-12-31', graceDays: 2 }
export const receiver = (unit: string) => ({
  unit,
  party: 'leaders',
  body: '东镇党政办',
  leader: '陈立',
  post: '镇党委副书记',
})

/** An answer as a phone sends it. */
export const answer = (text: string, more: object = {}) => ({
  marks: [{ item: 'leaders-review', text }],
  comment: '工作扎实。',
  suggestion: '简化表格',
  attempt: randomUUID(),
  ...more,
})

/** The token in a letter. */
export function tokenIn(docx: Uint8Array): string {
  const xml = new TextDecoder().decode(unzipSync(docx)['word/document.xml'])
  return /letter#([\w-]{43})/.exec(xml)?.[1] ?? ''
}

/** A world with a cycle whose scheme asks leaders by letter; it is the middle of December there. */
export class LetterWorld {
  readonly world: World
  readonly cycle: string
  readonly letters: string

  private constructor(world: World, cycle: string) {
    this.world = world
    this.cycle = cycle
    this.letters = `/cycles/${cycle}/letters`
  }

  static async start(on?: World): Promise<LetterWorld> {
    const world = on ?? (await startWorld())
    const made = new LetterWorld(world, await seedCycle(world, LETTER_SCHEME))
    await made.itIs('2023-12-15')
    return made
  }

  get child(): string {
    return this.world.units.child.id
  }

  /** Lets it be a day in the cycle; sessions go by the real clock. */
  async itIs(day: string): Promise<void> {
    const { id: org, path } = this.world.units.own
    const behind = Math.floor(
      (Date.now() + CHINA_AHEAD_MS - Date.parse(`${day}T00:00:00Z`)) / DAY_MS,
    )
    await acting(this.world.db, { org, path, role: 'organiser' }, (db) =>
      db.updateTable('cycle').set({ behind_days: behind }).where('id', '=', this.cycle).execute(),
    )
  }

  /** Another unit that is assessed. */
  async addUnit(name: string, type = 'township'): Promise<string> {
    const { id: org, path } = this.world.units.own
    return acting(this.world.db, { org, path, role: 'organiser' }, async (db) => {
      const fresh = { id: randomUUID(), name, kind: '团委' }
      const made = await insertUnit(db, path, fresh, '2020-01-01')
      const row = { org, cycle: this.cycle, unit: made.id, type, peer_group: null }
      await db
        .insertInto('assessee')
        .values({ ...row, excluded_because: null })
        .execute()
      return made.id
    })
  }

  organiser() {
    return this.world.as('organiser', 'own')
  }

  async source() {
    const { json } = await (await this.organiser())(this.letters)
    return json.sources[0]
  }

  async letterOf(unit: string) {
    const { letters } = await this.source()
    return letters.find(
      (one: { unit: string; withdrawn: unknown }) => one.unit === unit && one.withdrawn === null,
    )
  }

  /** Documents as they are downloaded. */
  async issued(ids: readonly string[], more: object = {}): Promise<Response> {
    const body = { login: 'own-organiser', password: PASSWORD }
    const session = (await this.world.ask('/session', post(body))) as Got & { cookie: string }
    const [Cookie = ''] = session.cookie.split(';', 1)
    return this.world.app.request(`/api${this.letters}/issue`, {
      method: 'POST',
      headers: { Cookie },
      body: JSON.stringify({ letters: ids, ...more }),
    })
  }

  async tokenOf(letter: string, more: object = {}): Promise<string> {
    const response = await this.issued([letter], more)
    if (response.status !== 200) throw new Error(await response.text())
    return tokenIn(new Uint8Array(await response.arrayBuffer()))
  }

  /** A letter that was just issued. */
  async freshLetter(unit: string): Promise<{ id: string; token: string }> {
    const ask = await this.organiser()
    await ask(`${this.letters}/party`, put({ ...DUE, receivers: [receiver(unit)] }))
    const { id } = await this.letterOf(unit)
    return { id, token: await this.tokenOf(id) }
  }

  /** Asks as the holder of a link. */
  held(token: string, path = '/letter', sent: Sent = {}): Promise<Got> {
    return this.world.ask(path, { ...sent, headers: { 'Kaohe-Link': token } })
  }
}
