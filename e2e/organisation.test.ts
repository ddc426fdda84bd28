import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { type Product, startProduct } from './product.ts'
import { signedIn, soundAtBothSizes } from './walk.ts'

let product: Product
let browser: Browser
let page: Page
beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
  page = await signedIn(browser, product.address, 'guiyang-organiser')
})
afterAll(async () => {
  await browser.close()
  await product.stop()
})

const heading = (name: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

/** To a unit's page by a part of its name. */
async function openUnit(name: string): Promise<void> {
  await page.goto(new URL('/units', product.address).href)
  await page.getByLabel('查找组织').fill(name)
  await page.getByLabel('查找结果').getByRole('link', { name, exact: true }).click()
  await heading(name)
}

async function dialog(button: string): Promise<Locator> {
  await page.getByRole('button', { name: button, exact: true }).click()
  const open = page.getByRole('dialog')
  await open.waitFor()
  return open
}

async function save(open: Locator): Promise<void> {
  await open.getByRole('button', { name: '保存', exact: true }).click()
  await open.waitFor({ state: 'detached' })
}

/** Picks a unit by its name. */
async function pick(open: Locator, label: string, name: string): Promise<void> {
  await open.getByLabel(label).fill(name)
  await page.locator('.ant-select-item-option', { hasText: name }).first().click()
  await open.locator('.ant-select', { hasText: name }).waitFor()
}

const past = () => page.locator('section', { has: page.getByRole('heading', { name: '沿革' }) })

it('a unit is renamed; its former name stays in its past and finds it', async () => {
  await openUnit('青藤社区团组织')
  const open = await dialog('修改')
  await open.getByLabel('名称', { exact: true }).fill('青藤园社区团组织')
  await save(open)
  await heading('青藤园社区团组织')
  await past().getByText('青藤社区团组织').waitFor()
  expect(await page.locator('.unit-facts').textContent()).toContain('曾用名青藤社区团组织')
  await soundAtBothSizes(page, 'organisation-renamed')
})

it('takes a click in the list of units although an answer comes in while it is pressed', async () => {
  const open = await dialog('移动')
  const field = open.getByLabel('新的上级')
  await field.fill('示例')
  const option = page.locator('.ant-select-item-option', { hasText: '示例乙区团委' }).first()
  await option.waitFor()
  // The second answer is held back until the mouse is down.
  const held = Promise.withResolvers<void>()
  await page.route('**/api/units/search*', async (route) => {
    await held.promise
    await route.continue()
  })
  await field.press('End')
  await field.pressSequentially('甲')
  await option.hover()
  await page.mouse.down()
  const answer = page.waitForResponse('**/api/units/search*')
  held.resolve()
  await (await answer).finished()
  await page.waitForTimeout(300)
  await page.mouse.up()
  const chosen = open.locator('.ant-select', { hasText: '示例乙区团委' })
  await chosen.waitFor()
  expect(await chosen.count()).toBe(1)
  await page.unroute('**/api/units/search*')
  await open.getByRole('button', { name: '取消', exact: true }).click()
  await open.waitFor({ state: 'detached' })
})

it('moved to another district it stands there, and its past says where it stood', async () => {
  const open = await dialog('移动')
  await pick(open, '新的上级', '示例乙区团委')
  await save(open)
  await page.getByRole('link', { name: '示例乙区团委' }).first().waitFor()
  expect(await past().textContent()).toContain('上级 示例甲区团委')
  await soundAtBothSizes(page, 'organisation-moved')
})

it('another is merged into it, and tells where it went', async () => {
  const open = await dialog('合并')
  await pick(open, '并入的组织', '春晓社区团组织')
  await page.keyboard.press('Escape')
  await save(open)
  await past().getByText('并入了').waitFor()
  await soundAtBothSizes(page, 'organisation-merged')
  await past().getByRole('link', { name: '春晓社区团组织' }).click()
  await heading('春晓社区团组织')
  await page.getByText(/已于 .* 撤销/).waitFor()
  expect(await page.getByRole('button', { name: '合并', exact: true }).count()).toBe(0)
  await soundAtBothSizes(page, 'organisation-gone')
})

it('one is split in two, each of which knows what it came out of', async () => {
  await openUnit('和风社区团组织')
  const open = await dialog('分设')
  await open.getByLabel('分设的组织').fill('和风东社区团组织\n和风西社区团组织')
  await save(open)
  await past().getByRole('link', { name: '和风西社区团组织' }).waitFor()
  await soundAtBothSizes(page, 'organisation-split')
  await past().getByRole('link', { name: '和风东社区团组织' }).click()
  await heading('和风东社区团组织')
  expect(await past().textContent()).toContain('分设自 和风社区团组织')
  await soundAtBothSizes(page)
})
