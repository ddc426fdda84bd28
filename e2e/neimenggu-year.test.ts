import { unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { type Product, startProduct } from './product.ts'
import { intoFirst, opened, PHONE, picture, signedIn, sound, soundAtBothSizes } from './walk.ts'
import { neimenggu } from './year/by-hand.ts'
import { answers, claims, debrief, departments, letters, type Stage } from './year/evaluated.ts'
import { as } from './year/office.ts'
import { enrolHeads, expectedOf, placeOf, report, yearOf } from './year/reported.ts'

// The whole year of Inner Mongolia 2020: 12 leagues, 10 departments, 12 party committees, 40 judges.
const year = yearOf('neimenggu-2020')
let product: Product
let browser: Browser
let stage: Stage
let snapshot: string

beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
  const place = await placeOf(product.url, '2020年度盟市团委考核', year)
  await report(product.url, place, year)
  const organiser = await as(product.address, 'neimenggu-organiser')
  stage = { address: product.address, place, year, organiser }
})
afterAll(async () => {
  await browser.close()
  await product.stop()
})

const open = (page: Page, path: string) => page.goto(new URL(path, product.address).href)

it('ten departments mark, and the secretary agrees', async () => {
  const heads = await enrolHeads(product.url, stage.place)
  const secretary = await as(product.address, 'neimenggu-vice-secretary')
  expect(await departments(stage, heads, secretary)).toBe(19 * 12)
})

it('twelve leaders answer, one of them seen on his phone', async () => {
  const links = await letters(stage, 'party-committee', {
    party: 'league-party',
    dueOn: '2020-12-25',
  })
  expect(links.size).toBe(12)
  const [[first, token] = ['', '']] = links
  const leader = await opened(browser, new URL(`/letter#${token}`, product.address).href, PHONE)
  await leader.locator('h1').waitFor()
  await sound(leader)
  await picture(leader, 'neimenggu-leader')
  await leader.context().close()
  await answers(stage, links, 'party-review')
  expect(first).not.toBe('')
  const { json } = await stage.organiser(
    'POST',
    `/cycles/${stage.place.cycle}/letters/party-committee/close`,
  )
  expect(json).toEqual({ answered: 12, missing: 0 })
})

it('forty judges score twelve speakers; claims are decided', async () => {
  await debrief(stage, '2020-12-28')
  const office = await as(product.address, 'neimenggu-organiser')
  expect(await claims(stage, office)).toBe(17)
})

it('comes to the points that are worked out by hand, to the last digit', async () => {
  const { json } = await stage.organiser('POST', `/cycles/${stage.place.cycle}/snapshots`, {
    name: '书记会前',
  })
  snapshot = json.id
  const { units } = (await stage.organiser('GET', `/snapshots/${snapshot}`)).json as {
    units: { unit: string; name: string; points: string | null }[]
  }
  const leagues = year.units.filter(({ type }) => type !== null)
  const byHand = new Map(leagues.map(({ id, name }) => [name, neimenggu(year, id)]))
  const found = new Map(units.map(({ name, points }) => [name, points]))
  expect(found).toEqual(byHand)
  expect(found).toEqual(expectedOf('neimenggu-2020'))
})

it('is concluded by the meeting: one unit in the browser, the others from the minutes', async () => {
  const office = await signedIn(browser, product.address, 'neimenggu-organiser')
  await open(office, `/snapshots/${snapshot}`)
  await office.getByRole('heading', { name: /书记会前/ }).waitFor()
  await soundAtBothSizes(office, 'neimenggu-meeting')
  await intoFirst(office, /书记会前/)
  await office.getByRole('heading', { name: '有多近' }).waitFor()
  await office.getByText('从满分到总分').waitFor()
  await soundAtBothSizes(office, 'neimenggu-unit')
  const { units } = (await stage.organiser('GET', `/snapshots/${snapshot}`)).json as {
    units: { unit: string; rank: number }[]
  }
  for (const { unit, rank } of units)
    await stage.organiser('POST', `/snapshots/${snapshot}/resolutions`, {
      assessee: unit,
      matter: 'grade',
      value: rank <= 3 ? 'good' : rank <= 9 ? 'fair' : 'average',
      body: '书记会',
      decidedOn: '2021-01-05',
      number: '纪要1号',
      mover: '组织部',
      reason: '综合各方面评价',
      votes: { for: 5, against: 0, abstained: 0 },
    })
  await office.goto(new URL(`/snapshots/${snapshot}`, product.address).href)
  await office.getByRole('heading', { name: '较好（6）' }).waitFor()
  expect(await office.getByRole('heading', { name: '好（3）', exact: true }).count()).toBe(1)
  await picture(office, 'neimenggu-graded')
})

it('is ratified by another, released, and read by a unit on a phone', async () => {
  const ratifier = await signedIn(browser, product.address, 'neimenggu-ratifier')
  await open(ratifier, `/snapshots/${snapshot}`)
  await ratifier.getByLabel('审定机构').fill('书记会')
  await ratifier.getByLabel('哪一天').fill('2021-01-06')
  await ratifier.getByRole('button', { name: '审定，以后不再改动' }).click()
  await ratifier.getByText('2021-01-06 书记会审定').waitFor()
  await picture(ratifier, 'neimenggu-ratified')
  const parts = ['grade', 'total', 'items', 'comments']
  await stage.organiser('POST', `/snapshots/${snapshot}/release`, {
    parts,
    consent: '书记会同意',
    on: '2021-01-08',
  })
  const unit = await signedIn(browser, product.address, 'neimenggu-unit-head', PHONE)
  await open(unit, '/released')
  await unit.getByText('2020年度盟市团委考核').first().waitFor()
  expect(await unit.getByText('93.7').count()).toBeGreaterThan(0)
  await sound(unit)
  await picture(unit, 'neimenggu-released')
})

it('prints the letters of all units, and a bundle that anyone can check', async () => {
  const office = await signedIn(browser, product.address, 'neimenggu-organiser')
  await open(office, `/snapshots/${snapshot}/papers`)
  await office.locator('h1').waitFor()
  await soundAtBothSizes(office, 'neimenggu-papers')
  const { papers, units } = (await stage.organiser('GET', `/snapshots/${snapshot}/papers`))
    .json as {
    papers: { id: string; about: string; name: string }[]
    units: { unit: string; name: string }[]
  }
  expect(units).toHaveLength(12)
  for (const { id, about } of papers) {
    const assessee = about === 'unit' ? units[0]!.unit : null
    const { bytes } = await stage.organiser('POST', `/snapshots/${snapshot}/papers/${id}`, {
      assessee,
    })
    expect([id, bytes.length > 2000]).toEqual([id, true])
  }
  const { bytes } = await stage.organiser('GET', `/snapshots/${snapshot}/bundle`)
  const checker = await opened(browser, 'about:blank')
  const page = unzipSync(bytes)['check.html']
  await checker.setContent(new TextDecoder().decode(page))
  const buffer = Buffer.from(bytes)
  await checker
    .locator('input')
    .setInputFiles({ name: '结果包.zip', mimeType: 'application/zip', buffer })
  await checker.getByText('核对无误').waitFor()
  await picture(checker, 'neimenggu-bundle')
})
