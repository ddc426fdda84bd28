import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Finding {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

/** What axe finds on the page as it stands that is serious or worse, told so that it can be found. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // Once a document: it stays there when the window changes its size or the page its content.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(AXE)
  const { violations } = await page.evaluate<{ violations: Finding[] }>(
    "axe.run({ resultTypes: ['violations'] })",
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}
