/** A meeting on a running demonstration: so many speakers and judges with links, and a chair. */
import pg from 'pg'

/** Speakers of the demonstration's own are fewer. */
const MORE = `
WITH place AS (SELECT c.org, c.id, u.path, u.kind, a.type FROM cycle c JOIN assessee a ON a.org = c.org AND a.cycle = c.id
    JOIN unit u ON u.id = a.unit WHERE c.id = $1 LIMIT 1),
fresh AS (INSERT INTO unit (id, path, parent, kind, name)
  SELECT g.id, p.path[:cardinality(p.path) - 1] || g.id, p.org, p.kind, '量' || g.n || '团委'
  FROM place p, (SELECT n, gen_random_uuid() AS id FROM generate_series(1, $2) n) g RETURNING id)
INSERT INTO assessee (org, cycle, unit, type) SELECT p.org, p.id, f.id, p.type FROM place p, fresh f`

const JUDGES_AT_ONCE = 1000

export interface Chair {
  readonly port: number
  readonly cookie: string
  readonly meeting: string
  readonly speakers: readonly { readonly id: string }[]
  /** The links of the judges. */
  readonly tokens: readonly string[]
  step(step: string, speaker?: string): Promise<number>
}

async function ask<T>(port: number, cookie: string, path: string, body?: object): Promise<T> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const got = await fetch(`http://127.0.0.1:${port}/api${path}`, { headers: { cookie }, ...init })
  if (!got.ok) throw new Error(`${path} answered ${got.status}: ${await got.text()}`)
  return (await got.json()) as T
}

async function signedIn(port: number): Promise<string> {
  const body = JSON.stringify({ login: 'neimenggu-organiser', password: 'kaohe-demo' })
  const got = await fetch(`http://127.0.0.1:${port}/api/session`, { method: 'POST', body })
  return got.headers.getSetCookie()[0]!.split(';', 1)[0]!
}

/** Brings more units into the cycle, so that so many can be heard. */
async function fill(url: string, cycle: string, more: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(MORE, [cycle, more])
  await client.end()
}

export async function openHall(
  port: number,
  url: string,
  { speakers, judges }: { readonly speakers: number; readonly judges: number },
): Promise<Chair> {
  const cookie = await signedIn(port)
  type Listed = { cycles: { id: string }[] }
  const cycle = (await ask<Listed>(port, cookie, '/cycles')).cycles[0]!.id
  await fill(url, cycle, Math.max(0, speakers - 12))
  const told = { event: 'ballot', name: '量', heldOn: '2020-12-28', place: '' }
  const { id: meeting } = await ask<{ id: string }>(port, cookie, `/cycles/${cycle}/meetings`, told)
  const path = `/meetings/${meeting}`
  for (let from = 0; from < judges; from += JUDGES_AT_ONCE) {
    const some = Array.from({ length: Math.min(JUDGES_AT_ONCE, judges - from) }, (_, i) => ({
      name: `评委${from + i}`,
    }))
    await ask(port, cookie, `${path}/judges`, { judges: some })
  }
  type Slips = { slips: { token: string }[] }
  const { slips } = await ask<Slips>(port, cookie, `${path}/links`, {})
  type Read = { meeting: { version: number }; speakers: { id: string }[] }
  const read = await ask<Read>(port, cookie, path)
  let { version } = read.meeting
  return {
    port,
    cookie,
    meeting,
    speakers: read.speakers.slice(0, speakers),
    tokens: slips.map(({ token }) => token),
    step: async (step, speaker) => {
      const body = { step, speaker: speaker ?? null, version }
      const done = await ask<{ meeting: { version: number } }>(port, cookie, `${path}/steps`, body)
      version = done.meeting.version
      return version
    },
  }
}
