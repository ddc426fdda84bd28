import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { type Product, startProduct } from './product.ts'
import { DESKTOP, openCycle, opened, PATIENT, PHONE, picture, signedIn, sound } from './walk.ts'

let product: Product
let browser: Browser
let chair: Page
// The unit that one of the judges is of.
let own = ''
const phones: Page[] = []
beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await product.stop()
})

// A page that follows the meeting is never at rest: it is looked at as it stands, when nothing fades in any more.
async function soundAtBothSizes(page: Page, name: string): Promise<void> {
  for (const size of [PHONE, DESKTOP]) {
    await page.setViewportSize(size)
    const moving = () => page.evaluate('document.getAnimations().length')
    await expect.poll(moving, PATIENT).toBe(0)
    await sound(page, 'load')
    await picture(page, `meeting-${name}-${size.width}`)
  }
}

async function phone(link: string): Promise<Page> {
  const page = await opened(browser, link, PHONE)
  await page.locator('h1').waitFor()
  return page
}

async function score(page: Page, points: string): Promise<void> {
  await page.getByRole('textbox', { name: '评分' }).fill(points)
  await page.getByRole('button', { name: /^(提交|改为这个分数)$/ }).click()
}

const confirm = (name: string) => chair.getByRole('tooltip').getByRole('button', { name })

it('is prepared: judges pasted, one of an assessed unit barred from it, order drawn, links given', async () => {
  chair = await signedIn(browser, product.address, 'neimenggu-organiser')
  await openCycle(chair, '述职评议')
  await chair.getByRole('heading', { name: '筹备一次评议会' }).waitFor()
  await soundAtBothSizes(chair, 'list')
  await chair.getByLabel('哪一天').fill('2020-12-28')
  await chair.getByLabel('地点').fill('三楼会议室')
  await chair.getByRole('button', { name: '开始筹备' }).click()
  await chair.getByRole('tab', { name: '议程' }).click()
  own = (await chair.locator('.chair-unit').first().textContent()) ?? ''
  await chair.getByRole('button', { name: '抽签' }).click()
  await chair.getByText('抽签的种子').waitFor()
  await soundAtBothSizes(chair, 'agenda')
  await chair.getByRole('tab', { name: /^评委/ }).click()
  await chair.getByLabel('评委名单').fill(`张书记\t书记\t团委机关\n李部长\t部门\t${own}`)
  await chair.getByText('其中 1 位在参评单位').waitFor()
  await chair.getByRole('button', { name: '加上' }).click()
  await chair.getByText(`${own}（本单位）`).waitFor()
  await chair.getByRole('button', { name: '给 2 位评委发链接' }).click()
  const links = chair.locator('.slip-link')
  await links.nth(1).waitFor()
  await soundAtBothSizes(chair, 'slips')
  for (const link of await links.allTextContents()) phones.push(await phone(link.trim()))
  expect(phones).toHaveLength(2)
  await chair.getByRole('button', { name: '已经交给本人，关闭' }).click()
  await soundAtBothSizes(chair, 'judges')
})

it('is scored on phones that follow the chair; a lost signal and a reload lose nothing', async () => {
  const [one, two] = phones as [Page, Page]
  expect(new URL(one.url()).hash).toBe('')
  await one.getByText('请稍候').waitFor()
  await chair.getByRole('tab', { name: '主持' }).click()
  // One whom both judges score.
  const speaker = chair.locator('.chair-row').filter({ hasNotText: own }).first()
  await speaker.getByRole('button', { name: /^请述职/ }).click()
  await one.getByRole('textbox', { name: '评分' }).waitFor()
  await soundAtBothSizes(one, 'phone')
  await one.setViewportSize(PHONE)
  await score(one, '92.5')
  await one.getByText('已送达').first().waitFor()
  await two.getByRole('textbox', { name: '评分' }).waitFor()
  await two.context().setOffline(true)
  await score(two, '88')
  await two.getByText('已写').first().waitFor()
  await picture(two, 'meeting-phone-offline')
  await two.context().setOffline(false)
  await two.getByText('已送达').first().waitFor()
  await one.reload()
  await one.getByText('已送达').first().waitFor()
  await score(one, '93')
  await one.getByRole('button', { name: '已提交' }).waitFor()
  await chair.getByText('2 / 2 票').first().waitFor()
  await soundAtBothSizes(chair, 'chair')
  await chair.getByRole('tab', { name: '纸质票' }).click()
  await chair.getByRole('heading', { name: '录纸质票' }).waitFor()
  await soundAtBothSizes(chair, 'paper')
  await chair.getByRole('tab', { name: '主持' }).click()
})

it('hears at once what goes wrong for a judge, told without a signal too, and he sees what was done', async () => {
  const [, two] = phones as [Page, Page]
  const wall = await chair.context().newPage()
  await wall.goto(`${chair.url()}/screen`)
  await wall.locator('.wall-count').waitFor()
  await two.setViewportSize(PHONE)
  await two.context().setOffline(true)
  await two.getByRole('button', { name: '报告问题' }).press('Enter')
  // Who opens it writes; nothing else is to be pressed.
  await two.keyboard.type('打不开总结')
  expect(await two.getByLabel('出了什么问题').inputValue()).toBe('打不开总结')
  await soundAtBothSizes(two, 'phone-problem')
  await two.setViewportSize(PHONE)
  await two.getByRole('button', { name: '送出' }).press('Enter')
  await two.getByText('1 个还没有送到').waitFor()
  await two.getByText('已写，正在送出').first().waitFor()
  await two.context().setOffline(false)
  await two.getByText('1 个已收到').waitFor()
  const desk = chair.getByRole('region', { name: '评委报告的问题' })
  await desk.getByText('评委报告的问题有 1 个没有处理').waitFor()
  expect(await desk.textContent()).toMatch(/2 号评委\s*李部长.*打不开总结/)
  await soundAtBothSizes(chair, 'problem-desk')
  await desk.getByLabel('答复').fill('换了文件，请再点开')
  await desk.getByRole('button', { name: /^已处理/ }).press('Enter')
  await desk.getByText('已经处理的问题（1）').waitFor()
  await two.getByText('1 个已处理').waitFor()
  await two.getByText('答复：换了文件，请再点开').waitFor()
  await soundAtBothSizes(two, 'phone-problem-dealt')
  await two.setViewportSize(PHONE)
  await two.reload()
  await two.getByText('答复：换了文件，请再点开').waitFor()
  expect(await wall.locator('body').textContent()).not.toMatch(/问题|打不开|李部长/)
  await wall.close()
})

it('is sealed: the big screen shows the figure and no ballot, phones their own receipts, and nobody changes it', async () => {
  const [one] = phones as [Page]
  const wall = await chair.context().newPage()
  await wall.goto(`${chair.url()}/screen`)
  await wall.locator('.wall-count').waitFor()
  await soundAtBothSizes(wall, 'wall-scoring')
  expect(await wall.locator('body').textContent()).not.toMatch(/93|88/)
  await chair.getByRole('button', { name: '结束打分，封存' }).click()
  await confirm('封存').click()
  await wall.locator('.outcome').waitFor()
  await wall.getByText('票数少，不显示分布').waitFor()
  await soundAtBothSizes(wall, 'wall-sealed')
  await one.getByText('已封存').first().waitFor()
  await one.getByText('核对我的票').click()
  await one.getByText('已按 93 计入').waitFor()
  await soundAtBothSizes(one, 'phone-own')
  const receipts = one.locator('.vote-receipts code')
  expect(await receipts.first().textContent()).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/)
  await wall.close()
})

it('tells a judge that he does not score his own unit', async () => {
  const [, two] = phones as [Page, Page]
  await chair.getByRole('button', { name: `请述职：${own}` }).click()
  await two.getByText('您不评这个单位：本单位').waitFor()
  expect(await two.getByRole('textbox').count()).toBe(0)
  await soundAtBothSizes(two, 'phone-barred')
  await chair.getByText('0 / 1 票').first().waitFor()
  await chair.getByRole('button', { name: '结束打分，封存' }).click()
  await confirm('封存').click()
  await two.getByText('请稍候').waitFor()
})

it('counts once it is closed: those who did not come are said to be absent', async () => {
  const absent = chair.locator('.chair-row').getByRole('button', { name: /缺席$/ })
  const dialog = chair.getByRole('dialog')
  while ((await absent.count()) > 0) {
    const left = await absent.count()
    await absent.first().click()
    await chair.getByLabel('为什么没有来').fill('在外开会')
    await dialog.getByRole('button', { name: '标为缺席' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await expect.poll(() => absent.count(), PATIENT).toBe(left - 1)
  }
  await chair.getByRole('button', { name: '散会，计入结果' }).click()
  await confirm('散会').click()
  await chair.getByText('已经结束', { exact: true }).waitFor()
  await phones[0]!.getByText('会议已经结束').waitFor()
  await chair.getByRole('link', { name: '述职评议', exact: true }).click()
  await chair.getByText('已经结束').waitFor()
})
