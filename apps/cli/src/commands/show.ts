import { showPriorities, showScheme } from '@kaohe/scheme'
import type { Command, Given } from '../command.ts'
import { loadPriorities, planAt } from '../load-priorities.ts'
import { SCHEME_OPTIONS, type LoadedScheme, loadScheme } from '../load-scheme.ts'
import { OUT_OPTIONS, type Report, checkOutput, emit } from '../output.ts'
import type { Session } from '../session.ts'

function settledLines({ read }: LoadedScheme, session: Session): string[] {
  return read.readings.map((r) => {
    const option = r.options.find((o) => o.id === read.chosen[r.id])
    const answer = option === undefined ? session.say({ zh: '未定', en: 'open' }) : option.note
    const who =
      option?.id === r.adopted && r.decision !== undefined
        ? `（${r.decision.who}，${r.decision.date}：${r.decision.reason}）`
        : ''
    return `- ${r.clause ?? ''} ${r.question}：${answer}${who}`
  })
}

async function ofScheme(given: Given, session: Session): Promise<Report> {
  const loaded = await loadScheme(given.positionals[0] ?? '', given, session)
  const { scheme, read } = loaded
  const settled = settledLines(loaded, session)
  const readings = settled.length === 0 ? [] : ['', '## 口径', '', ...settled]
  const text = () => [showScheme(scheme).trimEnd(), ...readings].join('\n')
  const { id, version } = scheme
  return { json: () => ({ id, version, text: text(), readings: read.chosen }), text }
}

async function ofPlan(file: string, session: Session): Promise<Report> {
  const plan = await loadPriorities(file, session)
  const { id, version } = plan
  const text = () => showPriorities(plan)
  return { json: () => ({ id, version, text: text(), readings: {} }), text }
}

/** A scheme, or work points, as text to read; a scheme with its readings. */
export const show: Command = {
  name: 'show',
  about: {
    zh: '把方案或工作要点写成便于阅读的文字',
    en: 'a scheme or work points as readable text, in Chinese',
  },
  usage: {
    zh: '<方案文件或文件夹> 或 <要点文件或文件夹>',
    en: '<scheme file or folder> or <work points>',
  },
  positionals: [1, 1],
  options: { ...SCHEME_OPTIONS, ...OUT_OPTIONS },
  async run(given, session) {
    checkOutput(given, session)
    const plan = await planAt(given.positionals[0] ?? '', session)
    await emit(await (plan ? ofPlan(plan, session) : ofScheme(given, session)), given, session)
    return 0
  },
}
