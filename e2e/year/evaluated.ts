/** The year's evaluation, by those whose it is: departments, secretaries, leaders, judges, the office. */
import { randomUUID } from 'node:crypto'
import { unzipSync } from 'fflate'
import { as, type Ask, holding } from './office.ts'
import type { Place, Year } from './reported.ts'

/** One year being evaluated: where, by which data, and who collects. */
export interface Stage {
  readonly address: string
  readonly place: Place
  readonly year: Year
  readonly organiser: Ask
}

const marksOf = ({ facts }: Year, party: string) =>
  facts.filter(({ fact, evaluator }) => fact.startsWith('mark:') && evaluator === party)

/** Every department marks every unit, writes a remark on each, and hands it in; the secretary agrees. */
export async function departments(
  { address, place, year, organiser }: Stage,
  heads: ReadonlyMap<string, string>,
  secretary: Ask,
): Promise<number> {
  const { cycle, units } = place
  const { json } = await organiser('GET', `/cycles/${cycle}/desks`)
  let given = 0
  for (const { party, name } of json.desks as { party: string; name: string }[]) {
    const marks = marksOf(year, party)
    const login = heads.get(name)
    if (marks.length === 0 || login === undefined) continue
    const head = await as(address, login)
    const desk = `/cycles/${cycle}/desks/${party}`
    for (const { unit, fact, value } of marks) {
      const mark = { unit: units.get(unit), item: fact.slice('mark:'.length), text: `${value}` }
      await head('PUT', `${desk}/marks`, { ...mark, version: 0 })
      given += 1
    }
    for (const unit of new Set(marks.map((one) => one.unit))) {
      const comment = `${name}：全年工作扎实，台账还要再细一些。`
      await head('PUT', `${desk}/opinions`, {
        unit: units.get(unit),
        grade: null,
        comment,
        version: 0,
      })
    }
    const open = await head('GET', `/cycles/${cycle}/desks/${party}`)
    const handed = await head('POST', `${desk}/hand`, { version: open.json.desk.version })
    const { version } = handed.json.desk
    await secretary('POST', `${desk}/decide`, { approve: true, because: null, version })
  }
  return given
}

const linkIn = (docx: Uint8Array): string => {
  const xml = new TextDecoder().decode(unzipSync(docx)['word/document.xml'])
  return /letter#([\w-]{43})/.exec(xml)?.[1] ?? ''
}

/** Letters to the leaders, and the link of each; nothing is answered yet. */
export async function letters(
  { place, year, organiser }: Stage,
  source: string,
  { party, dueOn }: { readonly party: string; readonly dueOn: string },
): Promise<ReadonlyMap<string, string>> {
  const { cycle, units } = place
  const asked = new Map(marksOf(year, party).map(({ unit }) => [units.get(unit)!, unit]))
  const receivers = [...asked.keys()].map((unit, i) => ({
    unit,
    party,
    body: `第 ${i + 1} 党委办公室`,
    leader: `领导${i + 1}`,
    post: '副书记',
  }))
  await organiser('PUT', `/cycles/${cycle}/letters/${source}`, { dueOn, receivers })
  const { json } = await organiser('GET', `/cycles/${cycle}/letters`)
  const links = new Map<string, string>()
  const all = json.sources.find((one: { id: string }) => one.id === source).letters as {
    id: string
    unit: string
  }[]
  for (const { id, unit } of all) {
    const { bytes } = await organiser('POST', `/cycles/${cycle}/letters/issue`, { letters: [id] })
    links.set(asked.get(unit)!, linkIn(bytes))
  }
  return links
}

/** What a leader gives, in the year's data. */
export const leaderMark = ({ facts }: Year, item: string, unit: string): string =>
  `${facts.find((one) => one.fact === `mark:${item}` && one.unit === unit)!.value}`

/** Leaders answer by their links. */
export async function answers(
  { address, year }: Stage,
  links: ReadonlyMap<string, string>,
  item: string,
): Promise<void> {
  for (const [unit, token] of links) {
    const marks = [{ item, text: leaderMark(year, item, unit) }]
    const said = { marks, comment: '工作有声有色。', suggestion: '', attempt: randomUUID() }
    await holding(address, token)('POST', '/letter/answer', said)
  }
}

/** A debrief with all its judges; each speaker in turn is opened, scored by everybody, and sealed. */
export async function debrief(stage: Stage, heldOn: string): Promise<string> {
  const { address, place, year, organiser } = stage
  const { cycle, units } = place
  const base = `/cycles/${cycle}/meetings`
  const called = { event: 'ballot', name: '述职评议会', heldOn, place: '一楼报告厅' }
  const { json: meeting } = await organiser('POST', base, called)
  const here = `/meetings/${meeting.id}`
  const ballots = (year.events ?? []).filter(({ event }) => event === 'ballot')
  const names = [...new Set(ballots.map(({ attributes }) => `${attributes['judge']}`))].toSorted()
  await organiser('POST', `${here}/judges`, { judges: names.map((name) => ({ name })) })
  const { slips } = (await organiser('POST', `${here}/links`, {})).json as {
    slips: { name: string; token: string }[]
  }
  const judges = new Map(slips.map(({ name, token }) => [name, holding(address, token)]))
  await organiser('POST', `${here}/draw`, { seed: '3-5-1' })
  let state = (await organiser('GET', here)).json
  const of = new Map([...units].map(([key, id]) => [id, key]))
  const step = async (name: string, speaker: string | null): Promise<void> => {
    const { version } = state.meeting
    const sent = { step: name, speaker, because: null, version }
    state = { ...state, ...(await organiser('POST', `${here}/steps`, sent)).json }
  }
  for (const { id, unit } of state.speakers as { id: string; unit: string }[]) {
    await step('open', id)
    const own = ballots.filter((one) => one.unit === of.get(unit))
    await Promise.all(
      own.map(({ attributes }) =>
        judges.get(`${attributes['judge']}`)!('PUT', `/ballot/${id}`, {
          client: randomUUID(),
          turn: 1,
          marks: { score: `${attributes['score']}` },
        }),
      ),
    )
    await step('seal', id)
  }
  await step('close', null)
  return meeting.id as string
}

/** The office decides the claims as the year's data has them. */
export async function claims({ place, year }: Stage, department: Ask): Promise<number> {
  const { cycle, units } = place
  const of = new Map([...units].map(([key, id]) => [id, key]))
  const { json } = await department('GET', `/cycles/${cycle}/claims`)
  type Claim = { id: string; unit: string; happenedOn: string; name: string; version: number }
  for (const claim of json.claims as Claim[]) {
    const told = (year.events ?? []).find(
      ({ unit, event, date, attributes }) =>
        unit === of.get(claim.unit) &&
        event === 'bonus-project' &&
        date === claim.happenedOn &&
        attributes['project'] === claim.name,
    )!
    const { accepted, award } = told.attributes
    const attributes = { accepted: accepted === true ? '是' : '否', award: `${award}` }
    const ruling = { attributes, reason: '核对了文件', of: claim.version, version: 0 }
    await department('PUT', `/cycles/${cycle}/claims/${claim.id}/ruling`, ruling)
  }
  return json.claims.length as number
}
