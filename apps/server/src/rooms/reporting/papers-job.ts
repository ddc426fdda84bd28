import { template, worksheetPaper } from '@kaohe/documents'
import { findCycle, findUnit, listAssessees } from '@kaohe/storage'
import { zipSync } from 'fflate'
import { z } from 'zod'
import { paperIn } from '../../http/paper.ts'
import { notFound } from '../../http/problem.ts'
import { jobKind, type Step } from '../../jobs/kind.ts'
import type { Services } from '../../services.ts'
import { nowIn, todayOf } from './clock.ts'
import { ownDatasetOf } from './dataset.ts'
import { type ReportSource, sourceOf } from './source.ts'
import { worksheetFor } from './worksheet.ts'

/** What many reports can be packed as. */
export const FORMS = {
  worksheet: { name: '工作开展情况表', ending: 'docx' },
  'worksheet-pdf': { name: '工作开展情况表', ending: 'pdf' },
  workbook: { name: '填报工作簿', ending: 'xlsx' },
} as const
type Form = keyof typeof FORMS

// The bytes shall not depend on when they were made; the earliest day that the format knows.
const MADE = '1980-01-01T00:00:00'

const Input = z.object({
  cycle: z.uuid(),
  units: z.array(z.uuid()),
  form: z.enum(['worksheet', 'worksheet-pdf', 'workbook']),
})

async function cycleOf({ db, permit }: Step, id: string) {
  const cycle = await findCycle(db, id)
  if (cycle === undefined) throw notFound()
  permit('report.progress', await findUnit(db, cycle.org))
  const named = new Map((await listAssessees(db, id)).map(({ unit, name }) => [unit, name]))
  return { title: cycle.title, named }
}

async function sourceFor({ db, permit }: Step, cycle: string, id: string): Promise<ReportSource> {
  return sourceOf(db, cycle, permit('report.read', await findUnit(db, id)))
}

function paperOf(source: ReportSource, form: Form, services: Services): Promise<Uint8Array> {
  if (form === 'workbook') return template(source.program.scheme, { filled: ownDatasetOf(source) })
  const day = todayOf(nowIn(source.cycle, services.now()))
  const paper = worksheetPaper(worksheetFor(source, undefined, day))
  return paperIn(services, paper, form === 'worksheet' ? 'word' : 'pdf')
}

/** A name that every system takes, and that no two have. */
export function fileName(name: string, taken: Set<string>, ending: string): string {
  const plain = name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_')
  let free = plain
  for (let n = 2; taken.has(free); n += 1) free = `${plain}（${n}）`
  taken.add(free)
  return `${free}.${ending}`
}

/** The reports of many units as papers or workbooks, in one archive. */
export const papersJob = jobKind({
  kind: 'reports.papers',
  input: Input,
  run: async ({ input: { cycle, units, form }, services, step, tell }) => {
    const { name, ending } = FORMS[form]
    const { title, named } = await step((one) => cycleOf(one, cycle))
    const chosen = units.length === 0 ? [...named.keys()] : units.filter((id) => named.has(id))
    const files: Record<string, Uint8Array> = {}
    const taken = new Set<string>()
    for (const [at, id] of chosen.entries()) {
      const called = named.get(id) ?? ''
      await tell(at, chosen.length, `正在写：${called}`)
      const source = await step((one) => sourceFor(one, cycle, id))
      files[fileName(called, taken, ending)] = await paperOf(source, form, services)
    }
    await tell(chosen.length, chosen.length, '正在打包')
    // Papers are compressed already.
    const content = zipSync(files, { level: 0, mtime: MADE })
    const file = { name: `${title}${name}.zip`, type: 'application/zip', content }
    return async () => ({ said: `${chosen.length} 个单位的${name}已经打包`, file })
  },
})
