import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPdf } from '../tools/testing/read-pdf.ts'
import { openBrowser } from './browser.ts'
import { type Product, startProduct } from './product.ts'
import { DESKTOP, openCycle, PHONE, signedIn, sound } from './walk.ts'

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

async function saved(
  page: Page,
  button: RegExp | string,
): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).first().click()
  const download = await coming
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

it('the organiser prints from a frozen result: one letter, the book of scores, all in an archive', async () => {
  const page = await signedIn(browser, product.address, 'dongguan-organiser')
  await openCycle(page, '结果')
  await page.getByLabel(/冻结现在的结果/).fill('打印看看')
  await page.getByRole('button', { name: '冻结' }).click()
  await page.getByRole('link', { name: '打印文书' }).click()
  await page.getByRole('heading', { name: '每个单位一份' }).waitFor()
  await page.getByText('打印出来的都带“内部 · 未审定”').waitFor()
  for (const size of [PHONE, DESKTOP]) {
    await page.setViewportSize(size)
    await sound(page)
  }
  const letter = await saved(page, /^反馈函：/)
  expect(letter.name).toMatch(/团委反馈函\.docx$/)
  expect(strFromU8(unzipSync(letter.bytes)['word/document.xml']!)).toContain('本结果尚未审定')
  expect((await saved(page, '计分册（Excel）')).name).toBe('2017年度考核计分册（未审定）.xlsx')
  await page.getByRole('radio', { name: 'PDF' }).first().check()
  await page.getByText('字体装在文件里').waitFor()
  await sound(page)
  const drawn = await saved(page, /^一页图：.*（PDF）$/)
  expect(drawn.name).toMatch(/团委一页图\.pdf$/)
  const { pages, fonts } = await readPdf(drawn.bytes)
  expect([pages.length, fonts]).toEqual([1, ['NotoSerifSC-Bold', 'NotoSerifSC-Regular']])
  expect(pages[0]).toContain('从满分到总分')
  const onPaper = await saved(page, '计分册（PDF）')
  expect((await readPdf(onPaper.bytes)).pages[0]).toContain('未审定')
  await page.getByRole('checkbox', { name: '选择万江街道团委' }).check()
  const formats = page.getByLabel('打包哪些格式')
  await formats.getByRole('checkbox', { name: 'PDF' }).check()
  await page.getByRole('button', { name: '打包选中的 1 个单位的文书' }).click()
  const link = page.getByRole('link', { name: /^下载 2017年度考核文书\.zip/ })
  await link.waitFor()
  await sound(page)
  const coming = page.waitForEvent('download')
  await link.click()
  const archive = unzipSync(await readFile(await (await coming).path()))
  const endings = Object.groupBy(Object.keys(archive), (name) => name.split('.').at(-1)!)
  // Six kinds of paper, each in both formats; the page of one unit is a web page where it is not a PDF.
  const counted = Object.entries(endings).map(([ending, all]) => [ending, all!.length])
  expect(Object.fromEntries(counted)).toEqual({ docx: 5, html: 1, pdf: 6 })
})

it('a template with a mistake is refused by name, and the sample is taken', async () => {
  const page = await signedIn(browser, product.address, 'dongguan-organiser')
  await openCycle(page, '结果')
  await page.getByRole('link', { name: '打印看看' }).click()
  await page.getByRole('link', { name: '打印文书' }).click()
  await page.getByRole('button', { name: '反馈函的写法' }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载模板样例' }).click()
  const sample = await readFile(await (await coming).path())
  const chooser = page.getByLabel('选择反馈函的模板')
  const file = { name: '函.docx', mimeType: 'application/octet-stream' }
  await chooser.setInputFiles({ ...file, buffer: Buffer.from('不是文档') })
  await page.getByText('模板没有收下').waitFor()
  await sound(page)
  await chooser.setInputFiles({ ...file, buffer: sample })
  await page.getByText('已收下“函.docx”').waitFor()
  expect(await page.getByText(/找到的占位符/).textContent()).toContain('评语')
  await sound(page)
})
