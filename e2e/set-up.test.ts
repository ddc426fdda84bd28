import { createHmac } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { type Product, startProduct } from './product.ts'
import { opened, sound } from './walk.ts'

let product: Product
let browser: Browser
beforeAll(async () => {
  product = await startProduct(false)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await product.stop()
})

const PASSWORD = '春江潮水连海平-海上明月-2026'
const TOWNS = 12

const open = (page: Page, path: string) => page.goto(new URL(path, product.address).href)
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

async function choose(page: Page, label: string | RegExp, words: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.keyboard.type(words)
  await page.locator('.ant-select-item-option:visible', { hasText: words }).first().click()
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const STEP_MS = 30_000

// RFC 6238, as an application on a telephone computes it.
function codeOf(secret: string): string {
  const letters = [...secret.replaceAll(/\s/g, '')].map((letter) => BASE32.indexOf(letter))
  const bits = letters.map((value) => value.toString(2).padStart(5, '0')).join('')
  const bytes = bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / STEP_MS)))
  const hash = createHmac('sha1', Buffer.from(bytes)).update(counter).digest()
  const at = hash.at(-1)! & 15
  const number = (hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000
  return String(number).padStart(6, '0')
}

async function accept(link: string, administrator: boolean): Promise<Page> {
  const page = await opened(browser, link)
  await page.getByLabel('自己设一个密码').fill(PASSWORD)
  await page.getByLabel('再填一次').fill(PASSWORD)
  await press(page, '设好密码，登录')
  if (administrator) {
    await press(page, '设置动态码')
    const secret = await page.locator('.factor-secret').textContent()
    await page.getByLabel(/填写应用显示的六位数字/).fill(codeOf(secret!))
    await press(page, /^确\s*认$/)
    await page.getByRole('list', { name: '恢复码' }).waitFor()
    await page.locator('.ant-btn-primary').last().click()
  }
  await page.locator('.shell-header').waitFor()
  return page
}

/** The links on the slips that are shown, by whose they are. */
async function slipsOn(page: Page): Promise<Map<string, string>> {
  await page.locator('.slip-link').first().waitFor()
  const slips = await page.locator('.slip').all()
  const links = slips.map(async (slip): Promise<[string, string]> => {
    const title = (await slip.getByRole('heading').textContent()) ?? ''
    const link = (await slip.locator('.slip-link').textContent()) ?? ''
    return [title.replace(/（.*/, ''), link.trim()]
  })
  return new Map(await Promise.all(links))
}

async function setUp(): Promise<Map<string, string>> {
  const page = await opened(browser, new URL(product.setUp!, product.address).href)
  await page.getByLabel('组织名称').fill('共青团江南区委员会')
  await page.getByLabel('类别').fill('区团委')
  const people = { 系统管理员: '甲一', 安全保密管理员: '乙二', 安全审计员: '丙三' }
  for (const [role, name] of Object.entries(people))
    await page.getByLabel(`${role}的姓名`).fill(name)
  await page.getByLabel(/组织部.*的姓名/).fill('丁四')
  await sound(page)
  await press(page, '建立，并生成邀请')
  return slipsOn(page)
}

// One invites, another grants: nobody makes an account with rights alone.
async function addViceSecretary(slips: Map<string, string>): Promise<Page> {
  const system = await accept(slips.get('甲一')!, true)
  await open(system, '/people')
  await press(system, '邀请人员')
  await system.getByLabel('姓名').fill('戊五')
  await press(system, '生成邀请')
  const link = (await slipsOn(system)).get('戊五')!
  const security = await accept(slips.get('乙二')!, true)
  await open(security, '/people')
  await press(security, '给戊五授予岗位')
  await choose(security, '岗位', '分管书记')
  await press(security, /^授\s*予$/)
  await security.getByText('分管书记').first().waitFor()
  return accept(link, false)
}

async function importUnits(organiser: Page): Promise<void> {
  await open(organiser, '/units-import')
  const rows = Array.from(
    { length: TOWNS },
    (_, n) => `第${n + 1}镇团委,乡镇团委,,2001-05-04,${n + 20}`,
  )
  const text = ['名称,类别,上级,成立日期,团员数', ...rows, '江岸街道团工委,街道团工委,,,31'].join(
    '\n',
  )
  const file = { name: '组织.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
  await organiser
    .getByLabel(/选择 .xlsx/)
    .setInputFiles({ ...file, buffer: Buffer.from(`${text}\n坏行,,,,`) })
  await organiser.getByText('坏行').or(organiser.getByText('组织 B')).first().waitFor()
  await sound(organiser)
  expect(await organiser.getByRole('button', { name: '全部导入' }).count()).toBe(0)
  await organiser.getByLabel(/选择 .xlsx/).setInputFiles(file)
  await press(organiser, '全部导入')
  await organiser.getByText(`已导入：增加 ${TOWNS + 1} 个`).waitFor()
}

async function publishScheme(organiser: Page, second: Page): Promise<void> {
  await open(organiser, '/schemes')
  await press(organiser, '新建方案')
  await choose(organiser, '随程序带来的方案', '甘州')
  await press(organiser, /选\s*用/)
  await organiser.waitForURL(/schemes\/[0-9a-f-]{36}$/)
  await press(organiser, '提请发布')
  await press(organiser, /^提\s*请$/)
  await organiser.getByText('等另一位同志确认').waitFor()
  await second.goto(organiser.url())
  await press(second, '确认发布')
  await press(second, /^发\s*布$/)
  await second.getByText('已发布').waitFor()
}

async function openCycle(organiser: Page): Promise<void> {
  await organiser.reload()
  await press(organiser, '用它考核')
  await press(organiser, '开始筹备')
  await organiser.waitForURL(/cycles\//)
  for (const kind of ['乡镇团委', '街道团工委']) {
    await organiser.getByLabel(`${kind}作为哪类考核对象`).click()
    await organiser.locator('.ant-select-item-option:visible', { hasText: `作为${kind}` }).click()
    // The list before is still closing when the next one opens, and has the same words.
    await organiser.locator('.ant-select-dropdown:visible').waitFor({ state: 'hidden' })
  }
  await press(organiser, '列为考核对象')
  await organiser.getByText(`参加 ${TOWNS + 1} 个`).waitFor()
  await sound(organiser)
  await press(organiser, '开始考核')
  await press(organiser, /^开\s*始$/)
  await organiser.getByText('进行中').waitFor()
}

it('from nothing to a year that has begun: people invited, units imported, a scheme published', async () => {
  const slips = await setUp()
  expect([...slips.keys()]).toEqual(['甲一', '乙二', '丙三', '丁四'])
  const second = await addViceSecretary(slips)
  const organiser = await accept(slips.get('丁四')!, false)
  await importUnits(organiser)
  await publishScheme(organiser, second)
  await openCycle(organiser)
})
