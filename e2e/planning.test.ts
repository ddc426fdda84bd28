import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
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

const DESKTOP = { width: 1280, height: 800 }
const PHONE = { width: 390, height: 844 }

async function signIn(login: string, viewport = DESKTOP): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN' })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(product.address)
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码').fill('kaohe-demo')
  await page.getByRole('button', { name: /登\s*录/ }).click()
  await page.locator('.shell-header').waitFor()
  return page
}

const open = (page: Page, path: string) => page.goto(new URL(path, product.address).href)

/** One heading, nothing wider than the screen, no serious finding of axe. */
async function sound(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  const where = new URL(page.url()).pathname.replace(/[0-9a-f-]{36}/g, '…')
  expect([where, await page.locator('h1').count()]).toEqual([where, 1])
  expect([where, await seriousFindings(page)]).toEqual([where, []])
  const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
  expect([where, wide]).toEqual([where, 0])
}

async function choose(page: Page, label: string | RegExp, words: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.keyboard.type(words)
  await page.locator('.ant-select-item-option:visible', { hasText: words }).first().click()
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).click()
}

// A drafter writes on; what was not saved yet comes back after the page was closed.
async function draftAndHandIn(scheme: string): Promise<string> {
  const head = await signIn('dongguan-department-head')
  await head.goto(`${scheme}/proposals`)
  await choose(head, '部门', '学校部')
  await choose(head, /改哪一项/, '选树先进典型')
  await press(head, '开始起草')
  const text = head.getByLabel('起草的内容')
  const before = await text.inputValue()
  await text.fill(before.replace('规则:', '规测:'))
  await head
    .getByText('有 1 处写错')
    .or(head.getByText(/有 \d 处写错/))
    .first()
    .waitFor()
  await sound(head)
  await text.fill(before.replace('名称: 选树先进典型', '名称: 选树青年典型'))
  await head.reload()
  expect(await text.inputValue()).toContain('选树青年典型')
  await head.getByText('改为 选树青年典型').waitFor()
  await press(head, '交给组织部')
  await head.getByText('已交组织部').waitFor()
  return head.url()
}

it('departments draft, the organiser merges, two persons publish, and the cycle opens', async () => {
  const organiser = await signIn('dongguan-organiser')
  await open(organiser, '/schemes')
  await press(organiser, '新建方案')
  await choose(organiser, '随程序带来的方案', '东莞')
  await press(organiser, /选\s*用/)
  await organiser.waitForURL(/schemes\/[0-9a-f-]{36}$/)
  const scheme = organiser.url()
  await organiser.getByRole('tab', { name: '指标', exact: true }).waitFor()
  await sound(organiser)

  const proposal = await draftAndHandIn(scheme)
  await organiser.goto(proposal)
  await press(organiser, '并入方案')
  await organiser.getByText('已并入').waitFor()

  await organiser.goto(scheme)
  await organiser.getByText('选树青年典型').first().waitFor()
  await press(organiser, '提请发布')
  await press(organiser, /^提\s*请$/)
  await organiser.getByText('等另一位同志确认').waitFor()
  const second = await signIn('dongguan-vice-secretary')
  await second.goto(scheme)
  await press(second, '确认发布')
  await press(second, /^发\s*布$/)
  await second.getByText('已发布').waitFor()

  await organiser.reload()
  await press(organiser, '用它考核')
  await press(organiser, '开始筹备')
  await organiser.waitForURL(/cycles\//)
  await organiser.getByLabel('厂局团委作为哪类考核对象').click()
  await organiser.locator('.ant-select-item-option:visible', { hasText: '作为厂局' }).click()
  await press(organiser, '列为考核对象')
  await organiser.getByText(/^参加 \d+ 个/).waitFor()
  expect(await organiser.getByText('不满1年').count()).toBeGreaterThan(0)
  await sound(organiser)
  await press(organiser, '开始考核')
  await press(organiser, /^开\s*始$/)
  await organiser.getByText('进行中').waitFor()
}, 240_000)

it('a work point that no indicator covers is supervised to its end', async () => {
  const organiser = await signIn('neimenggu-organiser')
  await open(organiser, '/plans')
  await organiser.locator('tbody a').first().click()
  const task = organiser.locator('.item', { hasText: '校级青马工程的指导标准' }).first()
  await task.waitFor()
  await sound(organiser)
  const take = async (kind: string, text: string) => {
    await task.getByTitle(kind, { exact: true }).click()
    await task.getByRole('textbox').last().fill(text)
    await task.getByRole('button', { name: /记\s*下/ }).click()
  }
  const start = () => task.getByRole('button', { name: /督\s*办/ }).click()
  await start()
  await take('销号', '完成')
  await task.getByText('还不能销号').waitFor()
  for (const [target, reached] of [
    ['校级青马工程指导标准', '内团办发〔2020〕8号'],
    ['课程资源库和师资共享', '资源库上线'],
  ]) {
    await organiser.reload()
    await start()
    await task.getByLabel('关于哪个目标').click()
    await organiser.locator('.ant-select-item-option:visible', { hasText: target! }).click()
    await task.getByLabel('达到了什么').fill(reached!)
    await task.getByLabel('材料在哪里').fill('办公室档案')
    await take('报进展', '已经完成')
    await task.getByText(`达到 ${reached}`).waitFor()
  }
  await start()
  await take('销号', '两个目标都已达到')
  await task.getByText('已销号').waitFor()
  expect(await task.getByRole('listitem').filter({ hasText: '两个目标都已达到' }).count()).toBe(1)
}, 180_000)

it('a unit on a phone acknowledges a notice, asks, and reads the year', async () => {
  const clerk = await signIn('guiyang-unit-clerk', PHONE)
  await open(clerk, '/cycles')
  await clerk.locator('tbody a').first().click()
  for (const tab of ['考核对象', '部门分工', '日程', '通知和签收', '询问和决定']) {
    const at = new URL(clerk.url())
    const key = { 考核对象: 'assessees', 部门分工: 'departments', 日程: 'calendar' }[tab]
    at.searchParams.set('tab', key ?? (tab === '询问和决定' ? 'questions' : 'notices'))
    await clerk.goto(at.href)
    await clerk.getByRole('tab', { name: tab, selected: true }).waitFor()
    await sound(clerk)
  }
  await clerk.getByLabel('哪一条').fill('第三条')
  await clerk.getByLabel('问题').fill('线上活动算不算一次？')
  await press(clerk, /提\s*出/)
  await clerk.getByText('线上活动算不算一次？').first().waitFor()
  await clerk.getByText('等候会议决定').first().waitFor()
  expect(await clerk.getByLabel('问题').inputValue()).toBe('')
}, 120_000)
