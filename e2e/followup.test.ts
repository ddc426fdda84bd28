import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { type Product, startProduct } from './product.ts'
import { openCycle, opened, PHONE, signedIn, soundAtBothSizes } from './walk.ts'

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

// The demonstration's day is 2023-07-12, a Wednesday.
const TODAY = '2023-07-12'

const signIn = (role: string): Promise<Page> =>
  signedIn(browser, product.address, `ganzhou-${role}`)

const menu = (page: Page, name: string): Promise<void> =>
  page.getByRole('link', { name, exact: true }).first().click()

async function openResult(page: Page): Promise<void> {
  await openCycle(page, '结果')
  await page.getByRole('heading', { name: '试算结果' }).waitFor()
}

async function openSnapshot(page: Page): Promise<void> {
  await openResult(page)
  await page.locator('.snapshots a').first().click()
  await page.getByRole('heading', { level: 1, name: /年终/ }).waitFor()
}

async function pick(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: option }).first().click()
}

it('a result is ratified and fed back with a clock for objections', async () => {
  const organiser = await signIn('organiser')
  await openResult(organiser)
  await organiser.getByLabel(/冻结现在的结果/).fill('年终')
  await organiser.getByRole('button', { name: '冻结' }).click()
  await organiser.getByRole('heading', { level: 1, name: /年终/ }).waitFor()
  const ratifier = await signIn('ratifier')
  await openSnapshot(ratifier)
  const form = ratifier.getByRole('form', { name: '审定这个结果' })
  await form.getByLabel('审定机构').fill('书记会')
  await form.getByLabel('哪一天').fill(TODAY)
  await form.getByRole('button', { name: /审定/ }).click()
  await ratifier.getByText('书记会审定').first().waitFor()
  await organiser.reload()
  const release = organiser.getByRole('form', { name: '向各单位反馈' })
  await release.getByLabel('总分').check()
  await release.getByLabel('各项得分和说明').check()
  await release.getByLabel(/审定机构的同意/).fill('书记会同意')
  await release.getByLabel('哪一天').fill(TODAY)
  await release.getByLabel(/几个工作日内可以申诉/).fill('5')
  await release.getByRole('button', { name: '反馈' }).click()
  await organiser.getByText(/已向 \d+ 个单位反馈/).waitFor()
  expect(await organiser.getByRole('form', { name: '审定这个结果' }).count()).toBe(0)
  await soundAtBothSizes(organiser)
})

it('a unit objects to one figure, is replied to, and reads the ruling', async () => {
  const unit = await signIn('unit-head')
  await menu(unit, '考核结果')
  await unit.getByText('2023-07-19 24:00').waitFor()
  expect(await unit.locator('.released').innerText()).not.toContain('null')
  await pick(unit, '对哪个数有异议', /./)
  await unit
    .getByRole('form', { name: '写申诉' })
    .getByLabel('申诉的理由')
    .fill('有两次活动没有计入。')
  await unit.getByRole('button', { name: '存为草稿' }).click()
  await unit.getByText('草稿，还没有提出').waitFor()
  await unit.locator('input[type=file]').setInputFiles({
    name: '活动签到.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('五月、六月签到表\n'),
  })
  await unit.getByRole('link', { name: '活动签到.txt' }).waitFor()
  await soundAtBothSizes(unit)
  await unit.getByRole('button', { name: '确认提出' }).click()
  await unit.getByText('已提出，待答复').waitFor()
  const organiser = await signIn('organiser')
  await openResult(organiser)
  await menu(organiser, '申诉和复核')
  await organiser.getByLabel('核实后的答复').fill('经核对，两次活动没有登记日期。')
  await organiser.getByRole('button', { name: '答复，提交审定机构' }).click()
  await organiser.getByText('已答复，待裁定').waitFor()
  await soundAtBothSizes(organiser)
  const ratifier = await signIn('ratifier')
  await openResult(ratifier)
  await menu(ratifier, '申诉和复核')
  await pick(ratifier, '裁定', /^不成立/)
  const form = ratifier.getByRole('form', { name: /^裁定/ })
  await form.getByLabel('理由').fill('没有日期的活动不计')
  await form.getByLabel('哪个会议').fill('书记会')
  await form.getByLabel('哪一天').fill(TODAY)
  await soundAtBothSizes(ratifier)
  await form.getByRole('button', { name: '裁定' }).click()
  await ratifier.getByText('已裁定：不成立').waitFor()
  await unit.reload()
  await unit.getByText('没有日期的活动不计').waitFor()
  await unit.getByRole('form', { name: '提建议' }).getByLabel('建议').fill('志愿服务宜按人均计。')
  await unit.getByRole('button', { name: '提交建议' }).click()
  await unit.getByText('志愿服务宜按人均计。').first().waitFor()
  await soundAtBothSizes(unit)
  await openResult(organiser)
  await menu(organiser, '对考核工作的建议')
  await organiser.getByText('志愿服务宜按人均计。').waitFor()
  await organiser.getByLabel('答复或记录').fill('明年修订时研究')
  await organiser.getByRole('button', { name: '存下' }).click()
  await organiser.getByRole('button', { name: '改写' }).waitFor()
  await soundAtBothSizes(organiser)
})

it('what follows is proposed with its grounds, decided by the body, tracked, and closed by another', async () => {
  const ratifier = await signIn('ratifier')
  await menu(ratifier, '结果运用')
  await ratifier.locator('.snapshots a').first().click()
  await ratifier.getByRole('heading', { name: '方案的建议' }).waitFor()
  const reassign = ratifier.locator('.proposal').filter({ hasText: '组织调整' })
  await reassign
    .getByText(/还不能判断/)
    .first()
    .waitFor()
  const honours = ratifier.locator('.proposal').filter({ hasText: '评先评优' })
  await honours.getByRole('button', { name: /个单位符合/ }).click()
  await honours.getByRole('checkbox').first().check()
  await honours.getByLabel('理由').fill('按第十七条评优')
  await honours.getByLabel('哪一天').fill(TODAY)
  await soundAtBothSizes(ratifier)
  await honours.getByRole('button', { name: /对选中的 1 个单位决定/ }).click()
  await ratifier.getByRole('heading', { name: '已经决定的（1）' }).waitFor()
  const organiser = await signIn('organiser')
  await menu(organiser, '结果运用')
  await organiser.locator('.snapshots a').first().click()
  await organiser.getByRole('button', { name: '安排' }).click()
  await pick(organiser, '谁负责', '吴健')
  await organiser.getByRole('form', { name: /^安排/ }).getByRole('button', { name: '存下' }).click()
  await organiser.getByText(/负责：吴健/).waitFor()
  await soundAtBothSizes(organiser)
  const owner = await signIn('department-head')
  await menu(owner, '结果运用')
  await owner.getByRole('button', { name: '记一笔' }).click()
  await owner.getByLabel('办了什么').fill('通报已印发')
  await soundAtBothSizes(owner)
  await owner.getByRole('button', { name: '记下，并报告完成' }).click()
  await owner.getByText('报告完成，待复查').waitFor()
  await organiser.reload()
  await organiser.getByRole('button', { name: '复查销号' }).click()
  await organiser.getByLabel('复查情况').fill('属实')
  await organiser.getByRole('button', { name: '办到位，销号' }).click()
  await organiser.getByText('销号：属实').waitFor()
  expect(await organiser.getByRole('button', { name: '记一笔' }).count()).toBe(0)
})

it('what was consented to is public on its days, without an account, and gone when it is withdrawn', async () => {
  const organiser = await signIn('organiser')
  await openSnapshot(organiser)
  const ask = organiser.getByRole('form', { name: '拟公示' })
  await ask.getByLabel('各等次的单位').uncheck()
  await ask.getByLabel('拟表彰名单').check()
  await ask.getByLabel('社会（不用登录）').check()
  await ask.getByLabel('分管领导（凭链接）').check()
  await ask.getByLabel(/从哪天起/).fill(TODAY)
  await ask.getByLabel('有意见向谁反映').fill('请向团区委组织部反映')
  await ask.getByRole('button', { name: '提请同意' }).click()
  await organiser.getByText('待审定机构同意').waitFor()
  const ratifier = await signIn('ratifier')
  await openResult(ratifier)
  await menu(ratifier, '公示')
  const form = ratifier.getByRole('form', { name: /^同意公示/ })
  await form.getByLabel('哪个会议').fill('书记会')
  await form.getByLabel('哪一天').fill(TODAY)
  await soundAtBothSizes(ratifier)
  await form.getByRole('button', { name: '同意公示' }).click()
  await ratifier.getByText('正在公示').waitFor()
  await organiser.reload()
  const address = await organiser.getByRole('link', { name: /公示的网页/ }).getAttribute('href')
  await soundAtBothSizes(organiser)
  const page = new URL(address!, product.address).href
  const anyone = await opened(browser, page, PHONE)
  await anyone.getByText('请向团区委组织部反映').waitFor()
  await soundAtBothSizes(anyone)
  await organiser.getByRole('button', { name: '生成给分管领导的链接' }).click()
  const link = await organiser.getByText(/\/public#/).innerText()
  const leader = await opened(
    browser,
    new URL(new URL(link).hash, `${product.address}/public`).href,
  )
  await leader.getByText('请向团区委组织部反映').waitFor()
  await soundAtBothSizes(leader)
  const unit = await signIn('unit-clerk')
  await menu(unit, '考核结果')
  await unit.getByText('请向团区委组织部反映').waitFor()
  await organiser.getByLabel('为什么撤下').fill('名单有误')
  await organiser.getByRole('button', { name: '撤下' }).click()
  await organiser.getByText('撤下：名单有误').waitFor()
  await anyone.reload()
  await anyone.getByText('没有找到这项公示').waitFor()
  expect(await anyone.getByText('请向团区委组织部反映').count()).toBe(0)
  await soundAtBothSizes(anyone)
})

it('a lost point becomes a rectification with one click, and the unit reports on it', async () => {
  const organiser = await signIn('organiser')
  await openSnapshot(organiser)
  const first = await signIn('unit-head')
  const name = await first.locator('.shell-header').innerText()
  const links = organiser.locator('tbody a')
  const names = await links.allInnerTexts()
  const own = names.findIndex((each) => name.includes(each))
  expect(own).toBeGreaterThanOrEqual(0)
  await links.nth(own).click()
  await organiser.getByRole('heading', { name: '失分整改' }).waitFor()
  await organiser.getByLabel(/整改期限/).fill('2023-09-01')
  await organiser
    .getByRole('button', { name: /列为整改$/ })
    .first()
    .click()
  await organiser.getByText(/已列为整改/).waitFor()
  await soundAtBothSizes(organiser)
  await menu(first, '整改')
  await first.getByText('期限：2023-09-01').waitFor()
  await first.getByLabel('改了什么').fill('已补报')
  await soundAtBothSizes(first)
  await first.getByRole('button', { name: '改完了，请复查' }).click()
  await first.getByText('报告完成，待复查').waitFor()
  await soundAtBothSizes(first)
})
