import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousFindings } from './accessible.ts'
import { openBrowser } from './browser.ts'
import { type Product, startProduct } from './product.ts'

let product: Product
let browser: Browser
beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
}, 180_000)
afterAll(async () => {
  await browser.close()
  await product.stop()
})

const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } }

/** Signs in on a page of its own that remembers what went wrong in it. */
async function signIn(login: string, viewport: { width: number; height: number }) {
  const context = await browser.newContext({ viewport, locale: 'zh-CN' })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(product.address)
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码').fill('kaohe-demo')
  await page.getByRole('button', { name: /登\s*录/ }).click()
  await page.locator('.shell').waitFor()
  return { page, errors, close: () => context.close() }
}

// Every page that the menu of this person leads to.
async function menuOf(page: Page): Promise<string[]> {
  const open = page.getByRole('button', { name: '打开菜单' })
  if (await open.isVisible()) await open.click()
  const links = page.locator('.ant-menu a')
  await links.first().waitFor()
  const paths = await links.evaluateAll((all) =>
    all.map((link) => link.getAttribute('href') ?? '/'),
  )
  return [...new Set(paths)]
}

const PEOPLE = [
  'dongguan-organiser',
  'ganzhou-unit-clerk',
  'guiyang-unit-head',
  'neimenggu-audit-administrator',
  'dongguan-system-administrator',
  'dongguan-department-head',
]

describe.each(Object.entries(SIZES))('on a %s', (_, size) => {
  it('the door has no serious finding', async () => {
    const page = await browser.newPage({ viewport: size })
    await page.goto(product.address)
    await page.getByLabel('登录名').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.close()
  })

  it.each(PEOPLE)(
    'every page of %s opens, has one heading, no error and no serious finding',
    async (login) => {
      const { page, errors, close } = await signIn(login, size)
      for (const path of await menuOf(page)) {
        await page.goto(new URL(path, product.address).href)
        await page.locator('h1').first().waitFor()
        await page.waitForLoadState('networkidle')
        expect([path, await page.locator('h1').count()]).toEqual([path, 1])
        expect([path, await seriousFindings(page)]).toEqual([path, []])
        const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
        expect([path, wide]).toEqual([path, 0])
      }
      expect(errors).toEqual([])
      await close()
    },
  )
})

describe('a unit reports', () => {
  it('and sees at once what an entry yields, and nothing typed is lost', async () => {
    const { page, close } = await signIn('guiyang-unit-clerk', SIZES.desktop)
    await page.getByRole('link', { name: '考核', exact: true }).click()
    await page.getByRole('link', { name: '2021年度社区团建考核' }).click()
    await page.locator('tbody a').first().click()
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
