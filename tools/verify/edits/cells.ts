/** The cells that are written over: fields of one report and marks of one desk, each by people who may. */
import { ask } from '../installation/server.ts'

/** A cell, as one asks for it to be written. */
export interface Cell {
  readonly name: string
  /** How the log names it. */
  readonly object: string
  readonly path: string
  /** Its version at the beginning. */
  readonly first: number
  /** What is sent to write a key into it. */
  body(key: string): object
  /** The key in what is shown of it. */
  keyIn(shown: Readonly<Record<string, unknown>>): string
}

/** Cells with the sessions of those who write them. */
export interface Board {
  readonly cells: readonly Cell[]
  readonly cookies: readonly string[]
}

const PASSWORD = 'kaohe-demo'

async function signedIn(port: number, login: string): Promise<string> {
  const body = JSON.stringify({ login, password: PASSWORD })
  const got = await ask(port, '/api/session', { method: 'POST', body })
  if (!got.ok) throw new Error(`nobody could sign in: ${got.status}`)
  return got.headers.getSetCookie()[0]!.split(';', 1)[0]!
}

async function sessions(port: number, login: string, count: number): Promise<string[]> {
  const cookies: string[] = []
  for (let n = 0; n < count; n += 1) cookies.push(await signedIn(port, login))
  return cookies
}

async function read<T>(port: number, cookie: string, path: string): Promise<T> {
  const got = await ask(port, path, { headers: { cookie } })
  if (!got.ok) throw new Error(`${path}: ${got.status} ${await got.text()}`)
  return (await got.json()) as T
}

interface ReadReport {
  readonly facts: readonly { readonly id: string; readonly type: string }[]
  readonly items: readonly {
    readonly cells: readonly {
      readonly fact: string
      readonly period: string | null
      readonly entry: { readonly version: number } | null
    }[]
  }[]
}

async function cycleOf(port: number, cookie: string): Promise<string> {
  const { cycles } = await read<{ cycles: { id: string }[] }>(port, cookie, '/api/cycles')
  return cycles[0]!.id
}

/** So many fields for words in the report of a unit, which its clerk fills in. */
export async function fieldsOfReport(
  port: number,
  system: string,
  people: number,
  count: number,
): Promise<Board> {
  const cookies = await sessions(port, `${system}-unit-clerk`, people)
  const [cookie = ''] = cookies
  const cycle = await cycleOf(port, cookie)
  const { post } = await read<{ post: { org: string } }>(port, cookie, '/api/session')
  const report = `/api/cycles/${cycle}/reports/${post.org}`
  const { facts, items } = await read<ReadReport>(port, cookie, report)
  const words = new Set(facts.filter(({ type }) => type === 'text').map(({ id }) => id))
  const cells = items.flatMap(({ cells: all }) => all)
  const byFact = new Map(
    cells
      .filter(({ fact, period }) => period === null && words.has(fact))
      .map((one) => [one.fact, one]),
  )
  return {
    cookies,
    cells: [...byFact.values()].slice(0, count).map(({ fact, entry }) => ({
      name: `report ${fact}`,
      object: `entry/${cycle}/${post.org}/${fact}/`,
      path: `${report}/entries/${encodeURIComponent(fact)}`,
      first: entry?.version ?? 0,
      body: (key) => ({ state: 'value', text: key }),
      keyIn: ({ text }) => String(text),
    })),
  }
}

/** So many marks of a desk, which its reviewers give. */
export async function marksOfDesk(
  port: number,
  system: string,
  people: number,
  count: number,
): Promise<Board> {
  const cookies = await sessions(port, `${system}-department-reviewer`, people)
  const [cookie = ''] = cookies
  const cycle = await cycleOf(port, cookie)
  const all = `/api/cycles/${cycle}/desks`
  const { desks } = await read<{ desks: { party: string; mine: boolean }[] }>(port, cookie, all)
  const party = desks.find(({ mine }) => mine)!.party
  const desk = `${all}/${party}`
  const { fields, units } = await read<
    Record<'fields', { id: string }[]> & Record<'units', { id: string; own: boolean }[]>
  >(port, cookie, desk)
  const open = units.filter(({ own }) => !own)
  const places = open.flatMap(({ id: unit }) => fields.map(({ id: item }) => ({ unit, item })))
  return {
    cookies,
    cells: places.slice(0, count).map(({ unit, item }) => ({
      name: `mark ${item} ${unit}`,
      object: `cycle/${cycle}/mark/${party}/${item}/${unit}`,
      path: `${desk}/marks`,
      first: 0,
      // Which write it was stands in the reason: of points there are not so many.
      body: (key) => ({ unit, item, text: String(key.length % 100), reason: key }),
      keyIn: ({ reason }) => String(reason),
    })),
  }
}
