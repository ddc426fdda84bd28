import type { Table } from '@kaohe/documents'
import { type Diagnostic, type Finding, lint as lintScheme, lintPriorities } from '@kaohe/scheme'
import { columnsOf } from '../columns.ts'
import type { Command, Given } from '../command.ts'
import { placeOf } from '../diagnostics.ts'
import { planAt, readPlan } from '../load-priorities.ts'
import { SCHEME_OPTIONS, compiled, readScheme } from '../load-scheme.ts'
import { checkOutput, OUT_OPTIONS, emit } from '../output.ts'
import { many } from '../plural.ts'
import type { Session } from '../session.ts'

const SEVERITY = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '提醒', en: 'warning' },
  note: { zh: '说明', en: 'note' },
} as const

function placeIn(finding: Finding): string {
  return finding.file === undefined ? finding.path : placeOf({ ...finding, file: finding.file })
}

function told(finding: Finding, session: Session): string {
  const { severity, title, clause, check, message, counterexample, settle } = finding
  const [open, close, colon] = session.language === 'zh' ? ['（', '）', '：'] : [' (', ')', ': ']
  const where = clause === undefined ? '' : `${open}${clause}${close}`
  const more = [
    [session.say({ zh: '反例', en: 'Counter-example' }), counterexample],
    [session.say({ zh: '解决', en: 'Settle' }), settle],
  ].flatMap(([word, text]) => (text === undefined ? [] : [`  ${word}${colon}${text}`]))
  const head = `${placeIn(finding)} ${session.say(SEVERITY[severity])} ${title}${where}  [${check}]`
  return [head, `  ${message}`, ...more].join('\n')
}

const MISTAKE = { zh: '写法错误', en: 'mistake' } as const

function tableOf({ diagnostics, findings }: Found, session: Session): Table {
  const mistakes = diagnostics.map((d) => [
    placeOf(d),
    d.path,
    session.say(d.severity === 'error' ? MISTAKE : SEVERITY.warning),
    '',
    d.found,
    d.message,
    '',
    d.expected,
  ])
  const found = findings.map((f) => [
    placeIn(f),
    f.path,
    session.say(SEVERITY[f.severity]),
    f.clause ?? '',
    f.title,
    f.message,
    f.counterexample ?? '',
    f.settle,
  ])
  return {
    id: 'findings',
    title: session.say({ zh: '检查', en: 'Findings' }),
    columns: columnsOf(
      session,
      ['文件和行', 'File'],
      ['位置', 'Place'],
      ['级别', 'Severity'],
      ['条款', 'Clause'],
      ['问题', 'Title'],
      ['说明', 'Message'],
      ['反例', 'Counter-example'],
      ['解决', 'Settle'],
    ),
    rows: [...mistakes, ...found],
  }
}

interface Found {
  readonly diagnostics: readonly Diagnostic[]
  readonly findings: readonly Finding[]
}

async function inScheme(given: Given, session: Session): Promise<Found> {
  const { main, files, read } = await readScheme(given.positionals[0] ?? '', given, session)
  const { scheme, diagnostics, where } = read
  if (scheme === undefined) return { diagnostics, findings: [] }
  const program = compiled({ path: main, files, read, scheme }, session)
  return { diagnostics, findings: lintScheme(scheme, program, where, { lang: session.language }) }
}

async function inPlan(file: string, session: Session): Promise<Found> {
  const { priorities, diagnostics, where } = await readPlan(file, session)
  const lang = session.language
  const findings = priorities === undefined ? [] : lintPriorities(priorities, where, { lang })
  return { diagnostics, findings }
}

/** Everything in a scheme, or in work points, that somebody has to settle. */
export const lint: Command = {
  name: 'lint',
  about: {
    zh: '检查方案或工作要点：算不了的、没说清的、会出问题的',
    en: 'find what a scheme or work points leave open or get wrong',
  },
  usage: {
    zh: '<方案文件（按原文）或文件夹（采用口径）> 或 <要点文件或文件夹>',
    en: '<scheme file (as written) or folder (with readings)> or <work points>',
  },
  positionals: [1, 1],
  options: { ...SCHEME_OPTIONS, ...OUT_OPTIONS },
  async run(given, session) {
    checkOutput(given, session)
    const plan = await planAt(given.positionals[0] ?? '', session)
    const found = plan === undefined ? inScheme(given, session) : inPlan(plan, session)
    const { diagnostics, findings } = await found
    const text = () =>
      [
        ...diagnostics.map((d) => `${placeOf(d)} ${d.message}`),
        ...findings.map((f) => told(f, session)),
      ].join('\n\n')
    const tables = () => [tableOf({ diagnostics, findings }, session)]
    const empty = diagnostics.length + findings.length === 0
    if (!(empty && given.text('format') === undefined && given.text('out') === undefined))
      await emit({ json: () => ({ diagnostics, findings }), text, tables }, given, session)
    const wrong = diagnostics.filter((d) => d.severity === 'error').length
    const count = (severity: Finding['severity']) =>
      [...diagnostics.filter((d) => d.severity !== 'error'), ...findings].filter(
        (one) => one.severity === severity,
      ).length
    session.note(
      session.say({
        zh: `${wrong} 处写法错误，${count('error')} 个错误，${count('warning')} 个提醒，${count('note')} 个说明`,
        en: `${many(wrong, 'mistake')}, ${many(count('error'), 'error')}, ${many(count('warning'), 'warning')}, ${many(count('note'), 'note')}`,
      }),
    )
    return wrong + count('error') + count('warning') === 0 ? 0 : 1
  },
}
