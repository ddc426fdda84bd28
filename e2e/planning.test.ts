import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { type Product, startProduct } from './product.ts'
import { DESKTOP, intoFirst, PATIENT, PHONE, signedIn, sound } from './walk.ts'

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

const open = (page: Page, path: string) => page.goto(new URL(path, product.address).href)

async function choose(page: Page, label: string | RegExp, words: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.keyboard.type(words)
  await page.locator('.ant-select-item-option:visible', { hasText: words }).first().click()
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).click()
}

async function begin(head: Page, scheme: string, subject: string | undefined): Promise<void> {
  await head.goto(`${scheme}/proposals`)
  if (subject !== undefined) await choose(head, /改哪一项/, subject)
  await press(head, '开始起草')
  await head.getByRole('heading', { name: '计分规则' }).waitFor()
}

const view = (page: Page, name: '表单' | '文本') => page.getByTitle(name, { exact: true }).click()

async function handIn(head: Page): Promise<string> {
  await press(head, '交给组织部')
  await head.getByText('已交组织部').waitFor()
  return head.url()
}

// A drafter writes on; what was not saved yet comes back after the page was closed.
async function changeInText(head: Page, scheme: string): Promise<string> {
  await begin(head, scheme, '选树先进典型')
  await view(head, '文本')
  const text = head.getByLabel('起草的内容')
  const before = await text.inputValue()
  await text.fill(before.replace('规则:', '规测:'))
  await head
    .getByText(/有 \d 处写错/)
    .first()
    .waitFor()
  await sound(head)
  await text.fill(before.replace('名称: 选树先进典型', '名称: 选树青年典型'))
  await head.reload()
  expect(await head.getByLabel('名称（必写）').inputValue()).toBe('选树青年典型')
  await head.getByText('改为 选树青年典型').waitFor()
  return handIn(head)
}

// A new indicator by the form alone: its bands, the datum that it asks for, the minutes it takes, its dates.
async function draftInForm(head: Page, scheme: string): Promise<string> {
  await begin(head, scheme, undefined)
  await head.getByLabel('名称（必写）').first().fill('团员活跃')
  await choose(head, '怎样计分', '分段')
  await head.getByText('缺少必须写的“量”').first().waitFor()
  await press(head, '新的数据')
  const data = head.getByRole('region', { name: '用到的数据' })
  await data.getByLabel('编号（必写）').fill('active-rate')
  await data.getByLabel('名称（必写）').fill('活跃率')
  await data.getByLabel('单位').fill('%')
  await data.getByLabel('填报分钟').fill('7')
  await head.getByLabel('量（必写）').fill('active-rate')
  const rows = [
    ['不足60%', '0'],
    ['60%及以上', '5'],
  ] as const
  for (const [i, [range, points]] of rows.entries()) {
    await head
      .getByRole('region', { name: '计分规则' })
      .getByRole('button', { name: '加一行' })
      .first()
      .click()
    await head.getByLabel(`段第 ${i + 1} 行范围`).fill(range)
    await head.getByLabel(`段第 ${i + 1} 行得`).fill(points)
  }
  await head.getByLabel('起（必写）').fill('2017-03-01')
  await head.getByLabel('止（必写）').fill('2017-11-30')
  await head.getByText('增加 1 项次，写明的时间增加 7 分钟').waitFor()
  await sound(head)
  await head.setViewportSize(PHONE)
  await sound(head)
  await head.setViewportSize(DESKTOP)
  await view(head, '文本')
  const text = await head.getByLabel('起草的内容').inputValue()
  expect(text).toContain(
    '    段:\n      - {范围: 不足60%, 得: 0}\n      - {范围: 60%及以上, 得: 5}\n',
  )
  expect(text).toContain('时段:\n  起: 2017-03-01\n  止: 2017-11-30\n')
  return handIn(head)
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

  const head = await signIn('dongguan-department-head')
  for (const draft of [changeInText, draftInForm]) {
    await organiser.goto(await draft(head, scheme))
    await press(organiser, '并入方案')
    await organiser.getByText('已并入').waitFor()
  }

  await organiser.goto(scheme)
  await organiser.getByText('选树青年典型').first().waitFor()
  await organiser.getByText('团员活跃').first().waitFor()
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
})

it('a work point that no indicator covers is supervised to its end', async () => {
  const organiser = await signIn('neimenggu-organiser')
  await open(organiser, '/plans')
  await intoFirst(organiser, '工作要点')
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
    const file = { name: `${target!}.txt`, mimeType: 'text/plain', buffer: Buffer.from(reached!) }
    await task.getByLabel(/或者传材料/).setInputFiles(file)
    await take('报进展', '已经完成')
    await task.getByRole('link', { name: file.name }).waitFor()
    await task.getByText(`达到 ${reached}`).waitFor()
  }
  await start()
  await take('销号', '两个目标都已达到')
  await task.getByText('已销号').waitFor()
  const closing = task.getByRole('listitem').filter({ hasText: '两个目标都已达到' })
  await expect.poll(() => closing.count(), PATIENT).toBe(1)
})

it('a unit on a phone acknowledges a notice, asks, and reads the year', async () => {
  const clerk = await signIn('guiyang-unit-clerk', PHONE)
  await open(clerk, '/cycles')
  await intoFirst(clerk, '考核年度')
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
})
