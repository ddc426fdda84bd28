import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { type Product, startProduct } from './product.ts'
import { intoFirst, openCycle, signedIn, soundAtBothSizes } from './walk.ts'

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

it('a department marks with the keyboard; nothing is lost by a reload, nothing wrong is stored', async () => {
  const head = await signIn('dongguan-department-head')
  await openCycle(head, '部门评价')
  await head.getByRole('heading', { name: '部门评价' }).waitFor()
  await soundAtBothSizes(head)
  await intoFirst(head, '部门评价')
  const marks = head.locator('[data-mark]')
  await marks.nth(2).waitFor()
  await marks.nth(0).fill('85')
  await marks.nth(0).press('Enter')
  const focused = await head.evaluate('document.activeElement.getAttribute("data-mark")')
  expect(focused).toBe(await marks.nth(1).getAttribute('data-mark'))
  await marks.nth(1).fill('999')
  await head.getByText('大于允许的最大值').waitFor()
  await head.getByText('已保存').first().waitFor()
  await soundAtBothSizes(head)
  await head.reload()
  await marks.nth(2).waitFor()
  expect(await marks.nth(0).inputValue()).toBe('85')
  expect(await marks.nth(1).inputValue()).toBe('999')
  await marks.nth(1).fill('70')
  await head.getByRole('tab', { name: '逐个单位写评语' }).click()
  const remark = head.getByRole('textbox', { name: /的评语$/ }).first()
  await remark.fill('活动有声势，台账不全。')
  await head.getByText('11 字').waitFor()
  await head.getByText('已保存').first().waitFor()
  await soundAtBothSizes(head)
})

it('the organiser sees what is missing, freezes, and looks into a unit', async () => {
  const organiser = await signIn('dongguan-organiser')
  await openCycle(organiser, '结果')
  await organiser.getByRole('heading', { name: '试算结果' }).waitFor()
  expect(await organiser.locator('.missing li').count()).toBeGreaterThan(3)
  await soundAtBothSizes(organiser)
  await organiser.getByLabel(/冻结现在的结果/).fill('年中看一看')
  await organiser.getByRole('button', { name: '冻结' }).click()
  await organiser.getByRole('heading', { name: /年中看一看/ }).waitFor()
  await organiser.getByText('与存下的内容一致').waitFor()
  await soundAtBothSizes(organiser)
  await intoFirst(organiser, /年中看一看/)
  await organiser.getByRole('heading', { name: '各项得分' }).waitFor()
  await organiser.getByText(/^总分＝/).waitFor()
  await soundAtBothSizes(organiser)
})

it('a unit is told that nothing was fed back yet', async () => {
  const unit = await signIn('dongguan-unit-head')
  await unit.getByRole('link', { name: '考核结果' }).click()
  await unit.getByText('还没有反馈给本单位的结果').waitFor()
  expect(await unit.locator('.released .ant-card').count()).toBe(0)
  await soundAtBothSizes(unit)
})
