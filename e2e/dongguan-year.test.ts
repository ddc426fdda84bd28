import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { type Product, startProduct } from './product.ts'
import { opened, PHONE, picture, signedIn, sound, soundAtBothSizes } from './walk.ts'
import { dongguan } from './year/by-hand.ts'
import { answers, departments, leaderMark, letters, type Stage } from './year/evaluated.ts'
import { as, holding } from './year/office.ts'
import { enrolHeads, expectedOf, placeOf, report, yearOf } from './year/reported.ts'

// The whole year of Dongguan 2017: 32 towns and streets, 20 factories and bureaus, three of them founded too late,
// who take no part at all.
const year = yearOf('dongguan-2017')
const ITEM = 'leaders-review'
let product: Product
let browser: Browser
let stage: Stage
let snapshot: string
// The leader who answers on his phone in the browser, and what he gives.
let last: { readonly unit: string; readonly token: string }

beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
  const place = await placeOf(product.url, '2017年度考核', year)
  await report(product.url, place, year)
  const organiser = await as(product.address, 'dongguan-organiser')
  stage = { address: product.address, place, year, organiser }
})
afterAll(async () => {
  await browser.close()
  await product.stop()
})

const open = (page: Page, path: string) => page.goto(new URL(path, product.address).href)
const points = async (path: string) => {
  const { units } = (await stage.organiser('GET', path)).json as {
    units: { name: string; points: string | null }[]
  }
  return units
}

it('departments mark, also two or three the same thing, and the secretaries agree', async () => {
  const heads = await enrolHeads(product.url, stage.place)
  const secretary = await as(product.address, 'dongguan-vice-secretary')
  expect(await departments(stage, heads, secretary)).toBe(929 - 32)
})

it('until the letters are in, towns lie between two ends, and factories are settled', async () => {
  const units = await points(`/cycles/${stage.place.cycle}/result`)
  expect(units.filter(({ points: known }) => known !== null)).toHaveLength(17)
  expect(units).toHaveLength(49)
})

it('leaders answer by letter, the last of them on his phone', async () => {
  const links = await letters(stage, 'party-government', {
    party: 'town-leaders',
    dueOn: '2018-01-31',
  })
  expect(links.size).toBe(32)
  const [unit, token] = [...links].at(-1)!
  last = { unit, token }
  await answers(stage, new Map([...links].slice(0, -1)), ITEM)
  const leader = await opened(browser, new URL(`/letter#${token}`, product.address).href, PHONE)
  await leader
    .locator('input')
    .first()
    .fill(leaderMark(year, ITEM, unit))
  await sound(leader)
  await leader.getByRole('button', { name: '下一步：核对' }).click()
  await picture(leader, 'dongguan-checking')
  await leader.getByRole('button', { name: /提交/ }).click()
  await leader.getByText(/回执/).first().waitFor()
  await sound(leader)
  await picture(leader, 'dongguan-receipt')
  await leader.context().close()
  const path = `/cycles/${stage.place.cycle}/letters/party-government/close`
  expect((await stage.organiser('POST', path)).json).toEqual({ answered: 32, missing: 0 })
  await expect(
    holding(product.address, last.token)('POST', '/letter/answer', {
      marks: [{ item: ITEM, text: '1' }],
      comment: '',
      suggestion: '',
      attempt: '00000000-0000-4000-8000-000000000000',
    }),
  ).rejects.toThrow(/404|409/)
})

it('comes to the points that are worked out by hand; who was founded too late has none', async () => {
  const { json } = await stage.organiser('POST', `/cycles/${stage.place.cycle}/snapshots`, {
    name: '党组会前',
  })
  snapshot = json.id
  const units = await points(`/snapshots/${snapshot}`)
  const expected = expectedOf('dongguan-2017')
  const taking = year.units.filter(({ name }) => typeof expected.get(name) === 'string')
  expect(taking).toHaveLength(49)
  const found = new Map(units.map(({ name, points: known }) => [name, known]))
  const byHand = taking.map(({ id, name }) => [name, dongguan(year, id)])
  expect(taking.map(({ name }) => [name, found.get(name)])).toEqual(byHand)
  expect(byHand).toEqual(taking.map(({ name }) => [name, expected.get(name)]))
  const late = year.units.filter(({ name }) => typeof expected.get(name) !== 'string')
  expect(late.map(({ name }) => found.has(name))).toEqual([false, false, false])
})

it('is concluded, ratified by another, and released; a unit reads it', async () => {
  const { units } = (await stage.organiser('GET', `/snapshots/${snapshot}`)).json as {
    units: { unit: string; points: string | null }[]
  }
  for (const { unit, points: known } of units.filter(({ points: all }) => all !== null))
    await stage.organiser('POST', `/snapshots/${snapshot}/resolutions`, {
      assessee: unit,
      matter: 'grade',
      value: Number(known) >= 85 ? 'good' : 'fair',
      body: '党组',
      decidedOn: '2018-02-10',
      mover: '组织部',
      reason: '综合各方面评价',
    })
  const ratifier = await signedIn(browser, product.address, 'dongguan-ratifier')
  await open(ratifier, `/snapshots/${snapshot}`)
  await ratifier.getByRole('heading', { name: /党组会前/ }).waitFor()
  await soundAtBothSizes(ratifier, 'dongguan-meeting')
  await ratifier.getByLabel('审定机构').fill('党组')
  await ratifier.getByLabel('哪一天').fill('2018-02-11')
  await ratifier.getByRole('button', { name: '审定，以后不再改动' }).click()
  await ratifier.getByText('2018-02-11 党组审定').waitFor()
  await stage.organiser('POST', `/snapshots/${snapshot}/release`, {
    parts: ['grade', 'comments'],
    consent: '党组同意',
    on: '2018-02-12',
  })
  const unit = await signedIn(browser, product.address, 'dongguan-unit-head', PHONE)
  await open(unit, '/released')
  await unit.getByText('2017年度考核').first().waitFor()
  await sound(unit)
  await picture(unit, 'dongguan-released')
  const total = (await points(`/snapshots/${snapshot}`)).find(({ name }) => name === '莞城街道团委')
  expect(await unit.locator('main').innerText()).not.toContain(total!.points!)
})

it('goes on with what follows, in next year’s sight', async () => {
  const office = await signedIn(browser, product.address, 'dongguan-organiser')
  await open(office, `/cycles/${stage.place.cycle}/followup`)
  await office.locator('h1').waitFor()
  await soundAtBothSizes(office, 'dongguan-followup')
  const { json } = await stage.organiser('GET', `/cycles/${stage.place.cycle}/followup`)
  expect(JSON.stringify(json)).toContain('反馈')
})
