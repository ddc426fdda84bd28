import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { seriousFindings } from './accessible.ts'

/** The sizes that pages are looked at. */
export const DESKTOP = { width: 1280, height: 800 }
export const PHONE = { width: 390, height: 844 }

/** How long a walk waits for what its user waits for: on a machine with much else to do too. */
export const PATIENT = { timeout: 90_000 }

/**
 * A window of its own, as of someone who asked for less motion: a busy machine may take seconds over a
 * transition, and what is half faded in has the contrast of neither state.
 */
export async function opened(browser: Browser, address: string, viewport = DESKTOP): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', reducedMotion: 'reduce' })
  context.setDefaultTimeout(PATIENT.timeout)
  const page = await context.newPage()
  await page.goto(address)
  return page
}

/** Signs in as someone of the demonstration, in a window of its own. */
export async function signedIn(
  browser: Browser,
  address: string,
  login: string,
  viewport = DESKTOP,
): Promise<Page> {
  const page = await opened(browser, address, viewport)
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码').fill('kaohe-demo')
  await page.getByRole('button', { name: /登\s*录/ }).click()
  await page.locator('.shell-header').waitFor()
  return page
}

// What makes the page wider than its window, named so that it can be found.
const STICKING_OUT = `(() => {
  if (document.documentElement.scrollWidth <= innerWidth) return []
  const far = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > innerWidth)
  return ['page', ...far.map((one) => one.tagName + '.' + one.className + ': ' + one.textContent.slice(0, 20))]
})()`

/**
 * One heading, nothing wider than the screen, no serious finding of axe.
 * @param until a page that follows something is never at rest: `load` for such
 */
export async function sound(
  page: Page,
  until: 'networkidle' | 'load' = 'networkidle',
): Promise<void> {
  await page.waitForLoadState(until)
  const where = new URL(page.url()).pathname.replace(/[0-9a-f-]{36}/g, '…')
  expect([where, await page.locator('h1').count()]).toEqual([where, 1])
  expect([where, await seriousFindings(page)]).toEqual([where, []])
  expect([where, await page.evaluate(STICKING_OUT)]).toEqual([where, []])
}

/** A picture of the whole page, for looking at, where somebody asks for them by KAOHE_PICTURES (a folder). */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['KAOHE_PICTURES']
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

/** Sound on a phone and on a desktop, where the page then stays. @param name of pictures of both, if any */
export async function soundAtBothSizes(page: Page, name?: string): Promise<void> {
  for (const size of [PHONE, DESKTOP]) {
    await page.setViewportSize(size)
    await sound(page)
    if (name !== undefined) await picture(page, `${name}-${size.width}`)
  }
}

/** Follows the first link of a page's table, not of the page that is being left. */
export async function intoFirst(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  await page.locator('tbody a').first().click()
}

/** From anywhere to a page of the newest cycle, by the words of its link. */
export async function openCycle(page: Page, link: string): Promise<void> {
  await page.getByRole('link', { name: '考核', exact: true }).first().click()
  await intoFirst(page, '考核年度')
  await page.getByRole('link', { name: link, exact: true }).click()
}
