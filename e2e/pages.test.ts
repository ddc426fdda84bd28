import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { type Product, startProduct } from './product.ts'
import { intoFirst, signedIn, soundAtBothSizes } from './walk.ts'

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

/** Signs in on a page of its own that remembers what went wrong in it. */
async function signIn(login: string) {
  const page = await signedIn(browser, product.address, login)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  return { page, errors, close: () => page.context().close() }
}

// Every page that the menu of this person leads to.
async function menuOf(page: Page): Promise<string[]> {
  const links = page.locator('.ant-menu a')
  await links.first().waitFor()
  const paths = await links.evaluateAll((all) =>
    all.map((link) => link.getAttribute('href') ?? '/'),
  )
  return [...new Set(paths)]
}

// Pages that are reached from the bell.
const BESIDE = ['/messages', '/messages/settings']

const PEOPLE = [
  'dongguan-organiser',
  'ganzhou-unit-clerk',
  'guiyang-unit-head',
  'neimenggu-audit-administrator',
  'dongguan-system-administrator',
  'dongguan-department-head',
]

it('the door is sound', async () => {
  const page = await browser.newPage()
  await page.goto(product.address)
  await page.getByLabel('登录名').waitFor()
  await soundAtBothSizes(page)
  expect(await page.title()).toContain('考核')
  await page.close()
})

it('what pages are made of comes compressed, once', async () => {
  const door = await (await fetch(product.address)).text()
  const [script = ''] = /assets\/index-[\w-]+\.js/.exec(door) ?? []
  const headers = { 'Accept-Encoding': 'br, gzip' }
  const { headers: said } = await fetch(new URL(script, product.address), { headers })
  expect(said.get('Content-Encoding')).toBe('br')
  expect(said.get('Cache-Control')).toContain('immutable')
})

it.each(PEOPLE)(
  'every page of %s opens, has one heading, no error and no serious finding, on a phone and on a desktop',
  async (login) => {
    const { page, errors, close } = await signIn(login)
    for (const path of [...(await menuOf(page)), ...BESIDE]) {
      await page.goto(new URL(path, product.address).href)
      await page.locator('h1').first().waitFor()
      await soundAtBothSizes(page)
    }
    expect(errors).toEqual([])
    await close()
  },
)

describe('a unit reports', () => {
  it('and sees at once what an entry yields, and nothing typed is lost', async () => {
    const { page, close } = await signIn('guiyang-unit-clerk')
    await page.getByRole('link', { name: '考核', exact: true }).click()
    await page.getByRole('link', { name: '2021年度社区团建考核' }).click()
    await intoFirst(page, '2021年度社区团建考核')
    await page.getByText('工作开展情况').first().waitFor()
    const field = page.locator('.field input[inputmode=decimal]:enabled').first()
    const was = await field.inputValue()
    const now = was === '2' ? '3' : '2'
    await field.fill(now)
    await page.getByText('已保存').first().waitFor()
    await page.reload()
    await field.waitFor()
    expect(await field.inputValue()).toBe(now)
    await close()
  })
})
