import type { Browser, Locator, Page } from 'playwright-core'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { type Product, startProduct } from './product.ts'
import { DESKTOP, PHONE, signedIn, sound, soundAtBothSizes } from './walk.ts'

let product: Product
let browser: Browser
beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await product.stop()
})

const signIn = (login: string, viewport = DESKTOP): Promise<Page> =>
  signedIn(browser, product.address, login, viewport)

/** The address of the own report of the cycle that the page of one's own shows. */
async function ownReport(page: Page): Promise<string> {
  await page.getByRole('button', { name: '去填报' }).click()
  await page.locator('.item').first().waitFor()
  return page.url().split('#')[0]!
}

const itemOf = (page: Page): Locator => page.locator('.item').first()
const wordsOf = (page: Page): Locator => itemOf(page).getByLabel('工作开展情况')
const stateOf = (page: Page): Locator => itemOf(page).locator('.field-state[role=status]').first()

async function write(page: Page, words: string): Promise<void> {
  await wordsOf(page).fill(words)
}

async function saved(page: Page): Promise<void> {
  await stateOf(page).filter({ hasText: '已保存' }).waitFor()
}

/** The clock of the demonstration of Dongguan goes on. */
async function daysLater(days: number): Promise<void> {
  const owner = new Client({ connectionString: product.url })
  await owner.connect()
  const { rowCount } = await owner.query(
    `UPDATE cycle SET behind_days = behind_days - $1 WHERE title = '2017年度考核'`,
    [days],
  )
  await owner.end()
  expect(rowCount).toBe(1)
}

async function handIn(address: string): Promise<Page> {
  const head = await signIn('dongguan-unit-head')
  await head.goto(address)
  await head.getByRole('checkbox', { name: '我确认以上内容属实' }).check()
  await head.getByRole('button', { name: '提交', exact: true }).click()
  await head.getByText(/^已于 .* 提交/).waitFor()
  return head
}

// What was typed survives whatever happens between the browser and the server.
async function loseNothing(page: Page, address: string): Promise<void> {
  await write(page, '第一稿')
  await saved(page)

  // The server is away: what is typed stays, also over a reload, and is saved once it is back.
  await page.route('**/entries/**', (route) => route.abort())
  await write(page, '服务器不在时写的')
  await itemOf(page).getByText('连不上服务器').waitFor()
  await page.unroute('**/entries/**')
  await page.reload()
  await saved(page)
  expect(await wordsOf(page).inputValue()).toBe('服务器不在时写的')

  // The session has ended: signing in again on the same page goes on where one was.
  await page.context().clearCookies()
  await write(page, '登录过期时写的')
  const again = page.getByRole('dialog')
  await again.getByLabel('登录名').fill('dongguan-unit-clerk')
  await again.getByLabel('密码').fill('kaohe-demo')
  await again.getByRole('button', { name: '登录' }).click()
  await saved(page)
  await page.reload()
  expect(await wordsOf(page).inputValue()).toBe('登录过期时写的')

  // Another tab shows at once what this one saved; another computer does not write over it unseen.
  const elsewhere = await signIn('dongguan-unit-clerk')
  await elsewhere.goto(address)
  await wordsOf(elsewhere).waitFor()
  const tab = await page.context().newPage()
  await tab.goto(address)
  await write(tab, '另一个窗口写的')
  await saved(tab)
  await page.locator('textarea', { hasText: '另一个窗口写的' }).first().waitFor()
  await tab.close()
  await write(elsewhere, '另一台电脑写的')
  await itemOf(elsewhere).getByText('这一格在别处改过').waitFor()
  await itemOf(elsewhere).getByRole('button', { name: '用我填的' }).click()
  await saved(elsewhere)
  await elsewhere.context().close()
  await page.reload()
  expect(await wordsOf(page).inputValue()).toBe('另一台电脑写的')

  // Two tabs at the same moment: one is saved, the other is asked, also after a reload.
  const beside = await page.context().newPage()
  await beside.goto(address)
  await wordsOf(beside).waitFor()
  await Promise.all([write(page, '这个窗口写的'), write(beside, '那个窗口写的')])
  const isAsked = async (one: Page): Promise<Page> => {
    await itemOf(one).getByText('这一格在别处改过').waitFor()
    return one
  }
  const asked = await Promise.any([isAsked(page), isAsked(beside)])
  await asked.reload()
  await isAsked(asked)
  const both = await itemOf(asked).locator('.two-versions dd').allInnerTexts()
  expect(both.toSorted()).toEqual(['这个窗口写的', '那个窗口写的'].toSorted())
  await soundAtBothSizes(asked, 'two-entries')
  await itemOf(asked).getByRole('button', { name: '用我填的' }).click()
  await saved(asked)
  await beside.close()
  await page.reload()
  expect(await wordsOf(page).inputValue()).toBe(both[0])
}

async function addEvidence(page: Page): Promise<void> {
  const add = itemOf(page).getByRole('button', { name: '添加支撑材料' })
  if (await add.isVisible()) await add.click()
  const file = { name: '活动记录.txt', mimeType: 'text/plain', buffer: Buffer.from('参加 30 人') }
  await itemOf(page).locator('input[type=file]').setInputFiles(file)
  await itemOf(page).getByRole('button', { name: '预览：活动记录.txt' }).click()
  await itemOf(page).locator('.preview', { hasText: '参加 30 人' }).waitFor()
}

it('a unit reports with evidence, is returned, corrects, and hands in; late is said with what it entails', async () => {
  const clerk = await signIn('dongguan-unit-clerk')
  await clerk.getByText('按“今天是 2018-01-19”').waitFor()
  const address = await ownReport(clerk)
  await loseNothing(clerk, address)
  await addEvidence(clerk)
  await sound(clerk)
  const head = await handIn(address)
  await head.getByText('，按时').waitFor()

  const organiser = await signIn('dongguan-organiser')
  await organiser.goto(address)
  await itemOf(organiser).getByRole('button', { name: '退回这一项' }).click()
  await organiser.getByLabel('退回的理由，单位会在这一项旁边看到').fill('缺照片')
  await organiser.getByRole('button', { name: '退回', exact: true }).click()
  await organiser.getByText('被退回：缺照片').waitFor()

  await clerk.reload()
  await itemOf(clerk).getByText('被退回：缺照片').waitFor()
  await write(clerk, '补了照片')
  await saved(clerk)
  await daysLater(20)
  const late = await signIn('dongguan-unit-head')
  await late.goto(address)
  await late.getByText(/已过截止时间，现在提交会记为逾期，后果：/).waitFor()
  await handIn(address)
  await organiser.goto(address)
  await organiser.getByText(/提交，逾期 \d+ 天/).waitFor()
  expect(await organiser.getByText(/逾期的后果/).count()).toBe(1)
})

it('a unit below reports on a phone, and the upper unit sees who decides the roll-up', async () => {
  const below = await signIn('neimenggu-subordinate-clerk', PHONE)
  const address = await ownReport(below)
  await below.getByText('本单位不单独考核').waitFor()
  await itemOf(below).getByText('否', { exact: true }).click()
  await saved(below)
  await sound(below)
  const name = await below.locator('h1').textContent()
  const upper = await signIn('neimenggu-unit-clerk')
  const own = await ownReport(upper)
  expect(own).not.toBe(address)
  await upper.goto(`${own}/below`)
  await upper
    .getByText(new RegExp(`否 \\d+ 个（[^）]*${name}`))
    .first()
    .waitFor()
  await sound(upper)
})

it('a department says a datum once for many units, and keeps a photo with what it saw', async () => {
  const organiser = await signIn('ganzhou-organiser')
  await organiser.getByRole('link', { name: '考核', exact: true }).click()
  await organiser.getByRole('link', { name: '2023年度积分考核' }).click()
  await organiser.getByRole('link', { name: '统一提供的数据' }).click()
  const first = organiser.locator('.shared-input').first()
  await first.fill('很多')
  await organiser.getByRole('button', { name: '保存 1 处' }).click()
  await organiser.locator('.shared-cell [role=alert]').waitFor()
  await first.fill('88')
  await sound(organiser)
  await organiser.getByRole('button', { name: '保存 1 处' }).click()
  await organiser.getByRole('button', { name: /^保\s*存$/ }).waitFor()
  expect(await first.inputValue()).toBe('88')

  await organiser.goBack()
  await organiser.getByRole('link', { name: '平时观察' }).click()
  const buffer = Buffer.from('到场 30 人')
  const photo = { name: '现场.txt', mimeType: 'text/plain', buffer }
  await organiser.locator('.item input[type=file]').first().setInputFiles(photo)
  await organiser.getByRole('button', { name: '预览：现场.txt' }).click()
  await organiser.locator('.preview', { hasText: '到场 30 人' }).waitFor()
  await sound(organiser)
})
