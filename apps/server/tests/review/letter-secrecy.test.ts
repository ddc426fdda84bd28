import { accountRoles, type Role } from '@kaohe/domain'
import { acting } from '@kaohe/storage'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Place, places } from '../world.ts'
import { answer, LetterWorld, post, put } from './letter-world.ts'

let letter: LetterWorld
let id: string
let token: string
let other: string
let paper: string
const SECRET = /93\.5|别有见地/

beforeAll(async () => {
  letter = await LetterWorld.start()
  const fresh = await letter.freshLetter(letter.child)
  id = fresh.id
  token = fresh.token
  const sent = answer('93.5', { comment: '别有见地。' })
  await letter.held(token, '/letter/answer', post(sent))
  const second = await letter.freshLetter(await letter.addUnit('西镇团委'))
  other = second.token
  paper = second.id
}, 120_000)
afterAll(() => letter.world.stop())

// Written independently of the policies.
const collects: readonly Role[] = ['organiser', 'vice-secretary', 'ratifier']
const cases = places.flatMap((place) => accountRoles.map((role): [Role, Place] => [role, place]))

describe('before the collection is closed', () => {
  it.each(cases)(
    '%s at %s learns no mark, and nothing of letters unless he collects',
    async (role, place) => {
      const ask = await letter.world.as(role, place)
      const own = place === 'own' && collects.includes(role)
      const paths = [
        letter.letters,
        `/letters/${id}/paper`,
        `/letters/${id}/scan`,
        `/letters/${paper}/paper`,
        `/cycles/${letter.cycle}/result`,
        `/cycles/${letter.cycle}/desks`,
        `/cycles/${letter.cycle}/briefings/${letter.child}`,
        '/log',
      ]
      for (const path of paths) {
        const got = await ask(path)
        expect([path, SECRET.test(got.text)]).toEqual([path, false])
        const ofLetters = path.includes('letters') && !path.endsWith('scan')
        const expected = ofLetters ? (own ? 200 : 404) : got.status
        expect([path, got.status]).toEqual([path, expected])
        expect([path, !own && /党政办|陈立/.test(got.text)]).toEqual([path, false])
      }
    },
  )

  it('not even by SQL', async () => {
    const seen = async (place: Place, role: string, key?: string) => {
      const { id: org, path } = letter.world.units[place]
      const hash = key === undefined ? undefined : createHash('sha256').update(key).digest('hex')
      const asker = hash === undefined ? { org, path, role } : { role, token: hash }
      return acting(letter.world.db, asker, async (db) => [
        (await db.selectFrom('letter').select('id').execute()).length,
        (await db.selectFrom('letter_answer').select('letter').execute()).length,
        (await db.selectFrom('letter_round').select('source').execute()).length,
      ])
    }
    expect(await seen('own', 'organiser')).toEqual([2, 0, 1])
    expect(await seen('own', 'ratifier')).toEqual([2, 0, 1])
    expect(await seen('own', 'department-head')).toEqual([0, 0, 0])
    expect(await seen('own', 'unit-clerk')).toEqual([0, 0, 0])
    expect(await seen('child', 'unit-head')).toEqual([0, 0, 0])
    expect(await seen('child', 'organiser')).toEqual([0, 0, 0])
    expect(await seen('parent', 'organiser')).toEqual([0, 0, 0])
    // A leader sees his own letter and what he answered, and with another role his token opens nothing.
    expect(await seen('own', 'party-leader', token)).toEqual([1, 1, 1])
    expect(await seen('own', 'party-leader', other)).toEqual([1, 0, 1])
    expect(await seen('own', 'judge', token)).toEqual([0, 0, 0])
    expect(await seen('own', 'party-leader', 'x')).toEqual([0, 0, 0])
  })
})

describe('the briefing of a unit', () => {
  const at = () => `/cycles/${letter.cycle}/briefings/${letter.child}`
  const said = { heldOn: '2023-12-10', told: '镇党委副书记', text: '办了三场活动', version: 0 }

  it('is written by the unit, and seen by the office and its own leader alone', async () => {
    const clerk = await letter.world.as('unit-clerk', 'child')
    const { json } = await clerk(at())
    expect(json.tasks).toEqual([
      expect.objectContaining({
        source: 'party',
        leaders: ['分管领导'],
        briefing: null,
        open: true,
      }),
    ])
    const future = await clerk(`${at()}/party`, put({ ...said, heldOn: '2023-12-20' }))
    expect(future.status).toBe(422)
    expect((await clerk(`${at()}/party`, put(said))).json.briefing).toMatchObject({ version: 1 })
    expect((await clerk(`${at()}/party`, put(said))).status).toBe(409)
    expect((await letter.held(token)).json.briefing).toMatchObject({ text: '办了三场活动' })
    expect((await letter.held(other)).json.briefing).toBeNull()
    expect((await letter.letterOf(letter.child)).briefing).toMatchObject({ told: '镇党委副书记' })
  })

  it('carries a file, which the leader can open', async () => {
    const login = { login: 'child-unit-clerk', password: 'correct horse' }
    const session = await letter.world.ask('/session', post(login))
    const Cookie = (session as unknown as { cookie: string }).cookie.split(';', 1)[0]!
    const sent = await letter.world.app.request(
      `/api${at()}/party/file?name=${encodeURIComponent('汇报.txt')}`,
      {
        method: 'POST',
        headers: { Cookie },
        body: new TextEncoder().encode('专题汇报的文字'),
      },
    )
    expect(sent.status).toBe(200)
    expect((await letter.held(token, '/letter/briefing-file')).text).toBe('专题汇报的文字')
    expect((await letter.held(other, '/letter/briefing-file')).status).toBe(404)
  })

  it('is asked for where it is missing, by a message that says nothing of letters', async () => {
    const ask = await letter.organiser()
    const path = `${letter.letters}/party/remind-briefings`
    expect((await ask(path, post())).json).toEqual({ told: 1 })
  })

  it.each(cases)('is kept from %s at %s unless it is the unit', async (role, place) => {
    const ask = await letter.world.as(role, place)
    const own = place === 'child' && (role === 'unit-clerk' || role === 'unit-head')
    expect((await ask(at())).status).toBe(own ? 200 : 404)
    expect((await ask(`${at()}/party/file`)).status).toBe(own ? 200 : 404)
  })
})
