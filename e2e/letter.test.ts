import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { type Product, startProduct } from './product.ts'
import { DESKTOP, openCycle, opened, PHONE, signedIn, sound, soundAtBothSizes } from './walk.ts'

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

const PICTURES = process.env['KAOHE_PICTURES']

const signIn = (login: string): Promise<Page> => signedIn(browser, product.address, login)

/** The links in an archive of letters, by the names of their files. */
function linksIn(zip: Uint8Array): ReadonlyMap<string, string> {
  const linkOf = (docx: Uint8Array): string => {
    const xml = new TextDecoder().decode(unzipSync(docx)['word/document.xml'])
    return /https?:[^<]*letter#[\w-]{43}/.exec(xml)?.[0] ?? ''
  }
  return new Map(Object.entries(unzipSync(zip)).map(([name, docx]) => [name, linkOf(docx)]))
}

let links: ReadonlyMap<string, string>
let unit = ''

it('a unit records that it told its leader of its work', async () => {
  const clerk = await signIn('dongguan-unit-clerk')
  unit = (await clerk.locator('.shell-header').innerText()).match(/[^\s]+团委/)?.[0] ?? ''
  await openCycle(clerk, '专题汇报')
  await clerk.getByText('还没有记录').waitFor()
  await clerk.getByLabel('哪一天汇报的').fill('2018-01-10')
  await clerk.getByLabel('向谁汇报').fill('镇党委副书记陈立')
  await clerk.getByLabel(/汇报了什么/).fill('一年来开展活动一百二十场，发展团员八十名。')
  await clerk.getByRole('button', { name: '保存记录' }).click()
  await clerk.getByText(/已记录/).waitFor()
  expect(await clerk.getByLabel('哪一天汇报的').inputValue()).toBe('2018-01-10')
  await soundAtBothSizes(clerk, 'briefing')
})

it('the organiser says to whom letters go, and prints them', async () => {
  const organiser = await signIn('dongguan-organiser')
  await openCycle(organiser, '函询评价')
  await organiser.getByRole('heading', { name: '函询评价' }).waitFor()
  await organiser.getByText(/没有就.*发函/).waitFor()
  const bodies = organiser.getByLabel(/的收函机关$/)
  const count = await bodies.count()
  expect(count).toBeGreaterThan(5)
  const names = await organiser.locator('.letter-receivers th[scope="row"]').allInnerTexts()
  await organiser.getByText('粘贴一份名单').click()
  const list = names.map((name) => `${name}\t${name.replace('团委', '')}党政办\t陈立\t分管领导`)
  await organiser.getByLabel(/每行一个单位/).fill(list.join('\n'))
  await organiser.getByRole('button', { name: '读入下面的表' }).click()
  await organiser.getByText(`读出 ${count} 行`).waitFor()
  await organiser.getByLabel('答复期限').fill('2018-01-31')
  await organiser.getByRole('button', { name: '保存期限和收函机关' }).click()
  await organiser.getByRole('button', { name: '选全部没有答复的函' }).click()
  const saved = organiser.waitForEvent('download')
  await organiser.getByRole('button', { name: `生成选中的 ${count} 份函` }).click()
  const zip = await readFile(await (await saved).path())
  if (PICTURES !== undefined)
    await import('node:fs/promises').then((fs) => fs.writeFile(`${PICTURES}/letters.zip`, zip))
  links = linksIn(new Uint8Array(zip))
  expect(links.size).toBe(count)
  expect(new Set(links.values()).size).toBe(count)
  await organiser
    .getByText(/第 1 次/)
    .first()
    .waitFor()
  await soundAtBothSizes(organiser, 'letters')
})

it('a leader answers on a phone, loses nothing by a reload, and is given a receipt', async () => {
  const [, link = ''] = [...links].find(([name]) => name.includes(unit)) ?? []
  const phone = await opened(browser, link, PHONE)
  await phone.getByRole('heading', { name: /^请评价/ }).waitFor()
  expect(phone.url()).not.toContain('#')
  await phone.getByText(/的专题汇报/).click()
  await phone.getByText('一年来开展活动').waitFor()
  await phone.getByRole('button', { name: '下一步：核对' }).click()
  await phone.getByText(/还没有打分/).waitFor()
  await phone.getByLabel(/打几分$/).fill('93')
  await phone.getByLabel(/^评价意见/).fill('工作有声有色，望继续下沉到村。')
  await soundAtBothSizes(phone, 'leader')
  await phone.reload()
  await phone.getByRole('heading', { name: /^请评价/ }).waitFor()
  expect(await phone.getByLabel(/打几分$/).inputValue()).toBe('93')
  await phone.getByRole('button', { name: '下一步：核对' }).click()
  await phone.getByRole('heading', { name: '请核对后提交' }).waitFor()
  await soundAtBothSizes(phone, 'leader-confirm')
  await phone.getByRole('button', { name: '确认提交' }).click()
  await phone.locator('.letter-code').waitFor()
  await soundAtBothSizes(phone, 'leader-done')
})

async function typePaper(page: Page, points: string): Promise<void> {
  await openCycle(page, '函询评价')
  await page.getByRole('link', { name: '录入纸质答复' }).first().click()
  await page.getByRole('heading', { name: /^录入纸质答复/ }).waitFor()
  await page.getByLabel(/打几分$/).fill(points)
}

it('another answers on paper, which two persons type; then the collection is closed and counts', async () => {
  const organiser = await signIn('dongguan-organiser')
  await typePaper(organiser, '88')
  await soundAtBothSizes(organiser, 'paper')
  await organiser.getByRole('button', { name: '保存录入' }).click()
  await organiser.getByText('您已经录过').waitFor()
  const secretary = await signIn('dongguan-vice-secretary')
  await typePaper(secretary, '88')
  await secretary.getByRole('button', { name: '保存录入' }).click()
  await secretary.getByText('这份函已经有了答复').waitFor()
  await secretary.getByRole('link', { name: '函询评价', exact: true }).click()
  await secretary.getByText(/，纸质$/).waitFor()
  expect(await secretary.locator('main').innerText()).not.toMatch(/93|88|有声有色/)
  await organiser.getByRole('link', { name: '函询评价', exact: true }).click()
  await organiser.getByText(/已答复 2 份/).waitFor()
  await organiser.getByRole('button', { name: '截止收函' }).click()
  await organiser.locator('.ant-popover').getByRole('button', { name: '截止收函' }).click()
  await organiser.getByText(/已经截止收函/).waitFor()
  await organiser.getByText('工作有声有色').waitFor()
  await soundAtBothSizes(organiser, 'letters-closed')
  await openCycle(organiser, '结果')
  await organiser.getByRole('heading', { name: '试算结果' }).waitFor()
  await organiser.getByLabel(/冻结现在的结果/).fill('函询之后')
  await organiser.getByRole('button', { name: '冻结' }).click()
  await organiser.getByRole('heading', { name: /函询之后/ }).waitFor()
  await organiser.locator('tbody').getByRole('link', { name: unit }).first().click()
  await organiser.getByRole('heading', { name: '各项得分' }).waitFor()
  expect(await organiser.locator('main').innerText()).toMatch(/93/)
  await organiser.setViewportSize(DESKTOP)
  await sound(organiser)
})
