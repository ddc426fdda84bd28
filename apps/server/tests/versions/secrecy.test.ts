import { accountRoles } from '@kaohe/domain'
import { acting } from '@kaohe/storage'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layClaim, seedClaims } from '../review/claims.ts'
import { answer, LetterWorld } from '../review/letter-world.ts'
import { ratified, reported, seedYear } from '../result/year.ts'
import { seedCycle } from '../reporting/cycle.ts'
import { places, startWorld, type World } from '../world.ts'
import { must, post, put } from './late.ts'

/** No version that there is. */
const version = 77

let world: World
beforeAll(async () => {
  world = await startWorld()
}, 120_000)
afterAll(() => world.stop())

const child = () => world.units.child.id

/** From now on this person also works at the unit below. */
async function worksBelow(login: string): Promise<void> {
  const { id: org, path } = world.units.child
  const person = world.people.get(login)!
  await acting(world.db, { org, path, role: 'security-administrator' }, (db) =>
    db
      .insertInto('post')
      .values({ org, person, role: 'unit-clerk', department: null, from_on: '2020-01-01' })
      .execute(),
  )
}

describe('what lies on a desk', () => {
  let desk: string
  const mark = () => put({ unit: child(), item: 'brand', text: '9', version })
  const opinion = () => put({ unit: child(), grade: null, comment: '一般', version })
  beforeAll(async () => {
    desk = `/cycles/${await seedCycle(world)}/desks/organisation`
    const reviewer = await world.as('department-reviewer', 'own')
    const said = { unit: child(), grade: null, comment: '走在前列', version: 0 }
    await must(
      reviewer(`${desk}/marks`, put({ unit: child(), item: 'brand', text: '8', version: 0 })),
    )
    await must(reviewer(`${desk}/opinions`, put(said)))
  })

  it('is told to those of the department alone, whoever else writes over it', async () => {
    const told: string[] = []
    for (const place of places)
      for (const role of accountRoles) {
        const ask = await world.as(role, place)
        for (const got of [
          await ask(`${desk}/marks`, mark()),
          await ask(`${desk}/opinions`, opinion()),
        ])
          if (got.status !== 404 || /standing|前列/.test(got.text)) told.push(`${role}@${place}`)
      }
    expect(new Set(told)).toEqual(new Set(['department-head@own', 'department-reviewer@own']))
  })

  it('is not told to another department of the same office', async () => {
    const client = new Client({ connectionString: world.url })
    await client.connect()
    const person = world.people.get('own-department-head')
    const { rows } = await client.query(
      `WITH d AS (INSERT INTO department (org, name) VALUES ($1, '宣传部') RETURNING id)
       UPDATE post SET department = (SELECT id FROM d) WHERE person = $2 RETURNING id`,
      [world.units.own.id, person],
    )
    expect(rows).toHaveLength(1)
    const ask = await world.as('department-head', 'own')
    const all = [
      await ask(`${desk}/marks`, mark()),
      await ask(`${desk}/opinions`, opinion()),
      await ask(`${desk}/hand`, post({ version })),
      await ask(`${desk}/reopening`, put({ because: '看一看', version })),
    ]
    await client.query('UPDATE post SET department = NULL WHERE person = $1', [person])
    await client.end()
    for (const { status, text } of all) {
      expect(status).toBe(404)
      expect(text).not.toMatch(/standing|前列/)
    }
  })

  it('is not told to those who decide before it is handed to them: only how far it is', async () => {
    const secretary = await world.as('vice-secretary', 'own')
    const organiser = await world.as('organiser', 'own')
    const all = [
      await secretary(`${desk}/decide`, post({ approve: true, because: null, version })),
      await organiser(`${desk}/reopening`, put({ because: '看一看', version })),
      await organiser(`${desk}/reopening`, post({ version })),
    ]
    for (const { json, text } of all) {
      expect(json.versions.standing).toMatchObject({ state: 'draft', given: 1, version: 1 })
      expect(text).not.toMatch(/前列|brand|"8"/)
    }
  })
})

describe('a ruling and a judgement', () => {
  it('are not told to someone of the unit itself', async () => {
    const { cycle } = await seedClaims(world)
    const claim = await layClaim(world, world.units.child, cycle, {
      title: '团课',
      sort: '创新项目',
    })
    const path = `/cycles/${cycle}/claims/${claim}/ruling`
    const no = { attributes: { accepted: '否' }, reason: '不在范围内', of: 1 }
    await must((await world.as('department-reviewer', 'own'))(path, put({ ...no, version: 0 })))
    await worksBelow('own-department-head')
    const own = await (await world.as('department-head', 'own'))(path, put({ ...no, version }))
    expect([own.status, own.json.versions]).toEqual([409, undefined])
    expect(own.text).not.toContain('不在范围内')
  })
})

describe('a letter', () => {
  it('shows the second who types it nothing of what the first typed', async () => {
    const letter = await LetterWorld.start(world)
    const { id } = await letter.freshLetter(letter.child)
    const paper = `/letters/${id}/paper`
    const organiser = await letter.organiser()
    const now = (await must(organiser(paper))).letter.version
    await must(organiser(paper, put({ ...answer('88.5'), comment: '只有我看过', version: now })))
    const second = await world.as('vice-secretary', 'own')
    const late = await second(paper, put({ ...answer('67'), version }))
    expect(late.json.versions.standing).toMatchObject({ typed: 1, answer: null })
    expect(late.text).not.toMatch(/88\.5|只有我看过/)
  })
})

describe('a measure', () => {
  it('is told to whoever may close but not read it as far as it is, and no further', async () => {
    const cycle = await seedYear(world)
    await reported(world, cycle, child(), { 'fee-rate': '90%', hours: '71' })
    const snapshot = await ratified(world, cycle, '年终')
    const organiser = await world.as('organiser', 'own')
    const at = `/snapshots/${snapshot}/assessees/${child()}/rectifications`
    const { id } = await must(organiser(at, post({ item: 'fee', dueOn: null })))
    const said = { text: '已收齐', done: true, version: 1 }
    await must((await world.as('unit-head', 'child'))(`/rectifications/${id}/steps`, post(said)))
    const inspector = await world.as('inspector', 'own')
    const closing = { passed: true, text: '属实', version }
    const late = await inspector(`/measures/${id}/closing`, post(closing))
    expect(late.json.versions).toEqual({ yours: closing, standing: { state: 'done', version: 2 } })
    await must(organiser(`/measures/${id}/closing`, post({ ...closing, version: 2 })))
    const over = await organiser(`/measures/${id}/closing`, post({ ...closing, version: 2 }))
    expect(over.json.versions.standing).toEqual({ state: 'closed', version: 3 })
  })
})
