/**
 * LibreOffice stands for the offices: it computes the formulas of our results from nothing and must come to our
 * figures, and a filled-in template that it has opened and saved must be read as the same facts. All notices that
 * score at scale 1.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { VerifyOptions } from '../testing/verify.ts'
import { outsideTool } from '../testing/outside-tool.ts'
import { Office } from './recalculation/office.ts'
import { NOTICES, noticeOf } from './recalculation/notices.ts'
import { checkResults } from './recalculation/results.ts'
import { checkTemplate } from './recalculation/template.ts'

export default async function recalculation({ scale }: VerifyOptions): Promise<void> {
  const program = outsideTool('soffice', 'libreoffice-calc')
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-recalculation-'))
  const office = new Office(program, folder)
  const names = NOTICES.slice(0, Math.max(1, Math.round(NOTICES.length * scale)))
  try {
    for (const name of names) {
      const notice = noticeOf(name)
      const formulas = await checkResults(notice, office)
      const entries = await checkTemplate(notice, office)
      console.log(`${name}: ${formulas} formulas computed, ${entries} entries read again`)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
