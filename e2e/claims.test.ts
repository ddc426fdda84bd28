import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { type Product, startProduct } from './product.ts'
import { intoFirst, openCycle, PATIENT, PHONE, signedIn, soundAtBothSizes } from './walk.ts'

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

const signIn = (login: string): Promise<Page> => signedIn(browser, product.address, login)

/** The item of the own report under which bonus projects are claimed. */
async function bonusItem(page: Page) {
  await page.getByRole('button', { name: '去填报' }).click()
  const item = page.locator('#bonus-projects')
  await item.waitFor()
  return item
}

it('a unit claims a project with its document; the office awards it; the unit is told nothing yet', async () => {
  const clerk = await signIn('neimenggu-unit-clerk')
  const item = await bonusItem(clerk)
  await item.getByRole('button', { name: '记一件' }).click()
  expect(await item.getByLabel('认定的分值').count()).toBe(0)
  await item.getByLabel('日期', { exact: true }).fill('2020-06-18')
  await item.getByLabel('项目名称').fill('2020年“云端团课”项目')
  await item.getByText('创新项目', { exact: true }).click()
  await item.getByRole('button', { name: '记下' }).click()
  const buffer = Buffer.from('关于申报创新项目的函')
  await item
    .locator('input[type=file]')
    .setInputFiles({ name: '申报函.txt', mimeType: 'text/plain', buffer })
  await item.getByRole('button', { name: '预览：申报函.txt' }).waitFor()
  await item.getByLabel(/申报的正式文件（必交）/).click()
  await clerk.getByTitle('申报函.txt').last().click()
  await item.locator('.event-file', { hasText: '申报函.txt' }).waitFor()
  await soundAtBothSizes(clerk)

  const organiser = await signIn('neimenggu-organiser')
  await openCycle(organiser, '加分认定')
  const claim = organiser
    .locator('.claims > li')
    .filter({ has: organiser.locator('.claim-title', { hasText: '2020年“云端团课”项目' }) })
  await claim.getByText('赤峰市团委也申报了“云端团课”').waitFor()
  await claim.getByRole('link', { name: '申报函.txt' }).waitFor()
  await soundAtBothSizes(organiser)
  await claim.getByText('是', { exact: true }).click()
  await claim.getByLabel(/认定的分值/).fill('9')
  await claim.getByLabel('理由').fill('全区首创，已在三个盟市推开')
  await organiser.reload()
  expect(await claim.getByLabel('理由').inputValue()).toBe('全区首创，已在三个盟市推开')
  await claim.getByRole('button', { name: '认定', exact: true }).click()
  await claim.getByText(/认定的分值：.*3/).waitFor()
  await claim.getByLabel(/认定的分值/).fill('2')
  await claim.getByRole('button', { name: '认定', exact: true }).click()
  await claim.getByText('已认定').waitFor()
  await soundAtBothSizes(organiser)

  await clerk.reload()
  await item.getByText('2020年“云端团课”项目').waitFor()
  expect(await item.textContent()).not.toContain('全区首创')
  expect(await item.textContent()).not.toContain('2 分')
})

it('of two windows that correct one claim, or rule on it, the later is shown both versions', async () => {
  const clerk = await signIn('neimenggu-unit-clerk')
  const item = await bonusItem(clerk)
  await item.getByRole('button', { name: '记一件' }).click()
  await item.getByLabel('日期', { exact: true }).fill('2020-07-01')
  await item.getByLabel('项目名称').fill('两个窗口')
  await item.getByRole('button', { name: '记下' }).click()
  await item.getByText('两个窗口').first().waitFor()
  const later = await clerk.context().newPage()
  await later.goto(clerk.url())
  const late = later.locator('#bonus-projects')
  for (const [one, name] of [
    [item, '甲窗口的项目'],
    [late, '乙窗口的项目'],
  ] as const) {
    const row = one.locator('tr', { hasText: '两个窗口' })
    await row.getByRole('button', { name: '改正' }).click()
    await one.getByLabel('项目名称').fill(name)
  }
  await item.getByRole('button', { name: '保存', exact: true }).click()
  await item.getByText('甲窗口的项目').first().waitFor()
  await late.getByRole('button', { name: '保存', exact: true }).click()
  const both = later.locator('.two-versions')
  await both.getByText('项目名称：甲窗口的项目').waitFor()
  await both.getByText('项目名称：乙窗口的项目').waitFor()
  await soundAtBothSizes(later, 'two-events')
  await both.getByRole('button', { name: '用我填的' }).click()
  await late.locator('tr', { hasText: '乙窗口的项目' }).waitFor()

  const one = await signIn('neimenggu-organiser')
  await openCycle(one, '加分认定')
  await one.locator('.claims > li').first().waitFor()
  const other = await one.context().newPage()
  await other.goto(one.url())
  const claimIn = (page: Page) =>
    page
      .locator('.claims > li')
      .filter({ has: page.locator('.claim-title', { hasText: '乙窗口的项目' }) })
  for (const [page, reason] of [
    [one, '材料不全'],
    [other, '不在申报范围'],
  ] as const) {
    await claimIn(page).getByText('否', { exact: true }).click()
    await claimIn(page).getByLabel('理由').fill(reason)
  }
  await claimIn(one).getByRole('button', { name: '认定', exact: true }).click()
  await claimIn(one).getByText('已认定').waitFor()
  await claimIn(other).getByRole('button', { name: '认定', exact: true }).click()
  await claimIn(other).locator('.two-versions', { hasText: '材料不全' }).waitFor()
  await soundAtBothSizes(other, 'two-rulings')
  await claimIn(other).getByRole('button', { name: '用现在的' }).click()
  await claimIn(other).getByText('已认定').waitFor()
  expect(await claimIn(other).getByLabel('理由').inputValue()).toBe('材料不全')
})

it('a department looks through evidence with the keyboard; what it returns is told to the unit', async () => {
  const clerk = await signIn('neimenggu-unit-clerk')
  await clerk.getByRole('button', { name: '去填报' }).click()
  const study = clerk.locator('#study')
  await study.getByRole('button', { name: '添加支撑材料' }).click()
  const files = ['讲师团名单.txt', '宣讲记录.txt'].map((name) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(`${name}：宣讲 12 场`),
  }))
  await study.locator('input[type=file]').setInputFiles(files)
  for (const { name } of files) await study.getByRole('button', { name: `预览：${name}` }).waitFor()

  const head = await signIn('neimenggu-department-head')
  await openCycle(head, '部门评价')
  const atDesks = head.getByRole('heading', { level: 1, name: '部门评价' })
  await atDesks.waitFor()
  await head.locator('tbody a').first().waitFor()
  const desks = await head.locator('tbody a').count()
  let found = false
  for (let at = 0; at < desks && !found; at += 1) {
    await head.locator('tbody a').nth(at).click()
    await head.getByRole('link', { name: '审看材料' }).click()
    await head.locator('h1', { hasText: '审看材料' }).waitFor()
    await head.waitForLoadState('networkidle')
    found = (await head.locator('.exhibit-queue').getByText('讲师团名单.txt').count()) > 0
    if (!found) {
      await head.goBack()
      await head.goBack()
      await atDesks.waitFor()
      await head.locator('tbody a').nth(at).waitFor()
    }
  }
  expect(found).toBe(true)
  await head.locator('.exhibit-queue').getByText('讲师团名单.txt').click()
  await head.locator('.exhibit-look', { hasText: '宣讲 12 场' }).waitFor()
  await soundAtBothSizes(head)
  await head.keyboard.press('r')
  await head.getByLabel(/退回必填/).fill('没有盖章，请换盖章的扫描件')
  await head.keyboard.press('Escape')
  await head.keyboard.press('r')
  await head.locator('.exhibit-queue li', { hasText: '讲师团名单.txt' }).getByText('退回').waitFor()
  await head.locator('.exhibit-look h2', { hasText: '宣讲记录.txt' }).waitFor()
  await head.keyboard.press('a')
  await head.locator('.exhibit-queue li', { hasText: '宣讲记录.txt' }).getByText('采信').waitFor()
  await soundAtBothSizes(head)

  await clerk.reload()
  await study.getByText('被退回：没有盖章，请换盖章的扫描件', { exact: false }).waitFor()
  expect(await study.textContent()).not.toContain('采信')
  await soundAtBothSizes(clerk)
})

it('an inspector fills a checklist where there is no signal; it is sent when there is, and handed in', async () => {
  const inspector = await signedIn(browser, product.address, 'guiyang-inspector', PHONE)
  await inspector.goto(`${product.address}/cycles`)
  await intoFirst(inspector, '考核年度')
  await inspector.getByRole('link', { name: '实地检查', exact: true }).click()
  await inspector.locator('.check').first().waitFor()
  await soundAtBothSizes(inspector)
  const checks = inspector.locator('.check')
  const count = await checks.count()
  await checks
    .nth(1)
    .getByLabel(/的说明$/)
    .fill('看了台账')
  await checks.nth(1).getByText('请先填查的结果', { exact: false }).waitFor()
  await inspector.context().setOffline(true)
  await inspector.getByRole('link', { name: '平时观察' }).click()
  await inspector.getByRole('heading', { name: '这一页没有打开' }).waitFor()
  await inspector.goBack()
  expect(count).toBeGreaterThan(2)
  for (let at = 0; at < count; at += 1)
    await checks.nth(at).getByText('是', { exact: true }).click()
  await checks
    .nth(0)
    .getByLabel(/的说明$/)
    .fill('门口有牌，活动室开着')
  await inspector.getByText(`没有信号：${count} 项已存在本机`, { exact: false }).waitFor()
  // What is being typed is kept a moment later.
  const kept = (): Promise<number> => checks.getByText('待发送（没有信号，已存在本机）').count()
  await expect.poll(kept, PATIENT).toBe(count)
  await inspector.context().setOffline(false)
  // What was written last is sent last, whichever it is.
  const received = (): Promise<number> => checks.getByText('已收到', { exact: false }).count()
  await expect.poll(received, PATIENT).toBe(count)
  await inspector.getByRole('button', { name: '提交这张检查单' }).click()
  await inspector.getByText('已提交，计入结果', { exact: false }).waitFor()
  await soundAtBothSizes(inspector)
})
