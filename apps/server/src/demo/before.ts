/** The year before in the demonstration: reported, evaluated, frozen, decided, ratified and told to the units. */
import { randomUUID } from 'node:crypto'
import { askAs, departmentsOf, replaceItemLeads } from '@kaohe/storage'
import type { FileStore } from '../files/index.ts'
import { leadsAsWritten } from '../rooms/planning/leads.ts'
import { withUnit } from '../rooms/reporting/entry.ts'
import { seedConclusion } from './conclusion.ts'
import type { Before, Concluding } from './over.ts'
import { castOf } from './people.ts'
import { inParts, programIn, sayTold } from './told.ts'

// Marks, ballots and rulings are made of the data of the unit that stands so many places further, so that the
// two years of a unit differ.
const FURTHER = 5
const EVALUATED = '-12-24T02:00:00Z'
const REPORTED = '-12-15T01:00:00Z'

const isMark = (fact: string): boolean => fact.startsWith('mark:')

function shifted({ units, types }: Before): (unit: string) => string {
  const all = [...types.keys()]
  const at = new Map(all.map((unit, i) => [unit, all[(i + FURTHER) % all.length]!]))
  return (unit) => units.get(at.get(unit) ?? unit)!.id
}

async function seedReports(before: Concluding): Promise<void> {
  const { db, system, org, units, types, year, cycle, program, people } = before
  const at = `${system.endsOn.slice(0, 4)}${REPORTED}`
  const common = { committee: org, cycle: cycle.id, person: people.organiser.id, at }
  const declared = new Map(program.scheme.facts?.map((fact) => [fact.id, fact]))
  const entries = year.facts.flatMap(({ unit, fact: id, period = null, value }) => {
    const fact = declared.get(id)
    if (fact === undefined || isMark(id)) return []
    const text = withUnit(sayTold(value), fact.unit)
    const said = { period: period ?? '', state: 'value' as const, text, reason: null }
    const from = { source: '本单位填报', shared: false }
    return [{ ...common, org: units.get(unit)!.id, fact: id, ...said, ...from }]
  })
  await inParts(entries, (part) => db.insertInto('entry').values(part).execute())
  const assessed = [...types.keys()].map((unit) => units.get(unit)!.id)
  const complete = assessed.flatMap((unit) =>
    (year.reported ?? []).map((event) => ({ ...common, org: unit, event, complete: true })),
  )
  await db.insertInto('declared_complete').values(complete).execute()
  const handed = { state: 'confirmed' as const, confirmed_at: at, deadline: null, late_days: 0 }
  const { person: confirmed_by, committee } = common
  await db
    .insertInto('submission')
    .values(
      assessed.map((unit) => ({ org: unit, committee, cycle: cycle.id, confirmed_by, ...handed })),
    )
    .execute()
}

const NAME = '申报函（演示）.txt'

/** A claim's letter, as a real file. @returns its hash */
async function letterFor(files: FileStore, bytes: Uint8Array): Promise<string> {
  const upload = randomUUID()
  await files.write(upload, 0, bytes)
  return files.keep(upload)
}

/** Events of the year; what the office ruled of those that are claimed; and their letters. */
async function seedEvents(before: Concluding): Promise<void> {
  const { db, files, org, units, year, cycle, program, people } = before
  const kinds = new Map(program.scheme.events?.map((event) => [event.id, event]))
  const unitOf = shifted(before)
  const person = people.organiser.id
  for (const { unit, event, date, attributes } of year.events ?? []) {
    const kind = kinds.get(event)!
    const ruled = (kind.attributes ?? []).filter((one) => one.ruled === true).map(({ id }) => id)
    const said = Object.entries(attributes).map(([id, value]) => [id, sayTold(value)] as const)
    const own = event === 'ballot' ? unitOf(unit) : units.get(unit)!.id
    const at = `${date}T09:00:00Z`
    const { id } = await db
      .insertInto('happening')
      .values({
        org: own,
        committee: org,
        cycle: cycle.id,
        event,
        happened_on: date,
        attributes: JSON.stringify(Object.fromEntries(said.filter(([of]) => !ruled.includes(of)))),
        source: event === 'ballot' ? '述职评议会选票' : '本单位填报',
        person,
        at,
        voided_because: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (ruled.length === 0) continue
    const place = { org, cycle: cycle.id, unit: own, happening: id, of_version: 1 }
    const ruling = JSON.stringify(Object.fromEntries(said.filter(([of]) => ruled.includes(of))))
    await db
      .insertInto('claim_ruling')
      .values({ ...place, attributes: ruling, reason: '材料齐全，属实', person, at })
      .execute()
    const bytes = new TextEncoder().encode(
      `关于申报“${attributes['project'] ?? kind.name}”的函（演示数据）`,
    )
    const file = { org: own, cycle: cycle.id, name: NAME, type: 'text/plain', size: bytes.length }
    const sha256 = await letterFor(files, bytes)
    const stored = await db
      .insertInto('evidence_file')
      .values({ ...file, sha256, shows_on: date, person, at })
      .returning('id')
      .executeTakeFirstOrThrow()
    const shows = kind.evidence?.[0]?.name ?? '证明材料'
    await db
      .insertInto('happening_file')
      .values({ org: own, happening: id, file: stored.id, shows, removed_at: null })
      .execute()
  }
}

const REMARKS = [
  '工作抓得紧，台账清楚，活动有新意。',
  '任务完成较好，基层基础还要再打牢。',
  '整体平稳，个别指标落实偏慢，请对照清单补齐。',
]

/** Desks of all who evaluate, each marked, handed in and agreed to. */
async function seedDesks(before: Concluding): Promise<void> {
  const { db, system, org, year, cycle, people } = before
  const at = `${system.endsOn.slice(0, 4)}${EVALUATED}`
  const { organiser, secretary } = people
  const unitOf = shifted(before)
  const place = { org, cycle: cycle.id }
  const by = { person: organiser.id, at }
  const marks = year.facts.flatMap(({ unit, fact, value, evaluator: party }) =>
    party === undefined || !isMark(fact)
      ? []
      : [
          {
            ...place,
            unit: unitOf(unit),
            item: fact.slice('mark:'.length),
            party,
            text: sayTold(value),
            reason: null,
            ...by,
          },
        ],
  )
  const parties = [...new Set(marks.map(({ party }) => party))]
  const agreed = {
    handed_by: organiser.id,
    handed_at: at,
    decided_by: secretary.id,
    decided_at: at,
  }
  await db
    .insertInto('desk')
    .values(
      parties.map((party) => ({
        ...place,
        party,
        state: 'approved' as const,
        because: null,
        ...agreed,
      })),
    )
    .execute()
  await inParts(marks, (part) => db.insertInto('mark').values(part).execute())
  const judged = [...new Set(marks.map(({ party, unit }) => `${party}/${unit}`))]
  const opinions = judged.map((key, i) => {
    const [party = '', unit = ''] = key.split('/')
    const comment = REMARKS[i % REMARKS.length]!
    return { ...place, unit, party, grade: null, comment, returned_because: null, ...by }
  })
  await inParts(opinions, (part) => db.insertInto('opinion').values(part).execute())
}

/** Tells the whole of a year that is over, of a cycle that was stored. */
export async function seedBefore(before: Before): Promise<void> {
  const { db, org } = before
  const stored = await programIn(before)
  const people = await castOf(db, org)
  await askAs(db, { org, path: [org], person: people.organiser.id, role: 'organiser' })
  const whole = { ...before, ...stored, people }
  const leads = leadsAsWritten(stored.program.scheme, await departmentsOf(db, org))
  await replaceItemLeads(db, { org, cycle: stored.cycle.id }, leads)
  await seedReports(whole)
  await seedEvents(whole)
  await seedDesks(whole)
  await seedConclusion(whole)
}
