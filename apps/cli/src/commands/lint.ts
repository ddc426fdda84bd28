import type { Table } from '@kaohe/documents'
import { type Finding, lint as lintScheme } from '@kaohe/scheme'
import { columnsOf } from '../columns.ts'
import type { Command } from '../command.ts'
import { placeOf } from '../diagnostics.ts'
import { SCHEME_OPTIONS, compiled, readScheme } from '../load-scheme.ts'
import { checkOutput, OUT_OPTIONS, emit } from '../output.ts'
import type { Session } from '../session.ts'

const SEVERITY = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '提醒', en: 'warning' },
  note: { zh: '说明', en: 'note' },
} as const

function told(finding: Finding, session: Session): string {
  const place =
    finding.file === undefined ? finding.path : placeOf({ ...finding, file: finding.file })
  const clause = finding.clause === undefined ? '' : `（${finding.clause}）`
  const lines = [
    `${place} ${session.say(SEVERITY[finding.severity])} ${finding.title}${clause}  [${finding.check}]`,
    `  ${finding.message}`,
  ]
  if (finding.counterexample !== undefined)
    lines.push(`  ${session.say({ zh: '反例', en: 'Counter-example' })}：${finding.counterexample}`)
  return [...lines, `  ${session.say({ zh: '解决', en: 'Settle' })}：${finding.settle}`].join('\n')
}

function tableOf(findings: readonly Finding[], session: Session): Table {
  return {
    id: 'findings',
    title: session.say({ zh: '检查', en: 'Findings' }),
    columns: columnsOf(
      session,
      ['位置', 'Place'],
      ['级别', 'Severity'],
      ['条款', 'Clause'],
      ['问题', 'Title'],
      ['说明', 'Message'],
      ['反例', 'Counter-example'],
      ['解决', 'Settle'],
    ),
    rows: findings.map((f) => [
      f.path,
      session.say(SEVERITY[f.severity]),
      f.clause ?? '',
      f.title,
      f.message,
      f.counterexample ?? '',
      f.settle,
    ]),
  }
}

/** Everything in a scheme that somebody has to settle. */
export const lint: Command = {
  name: 'lint',
  about: {
    zh: '检查方案：算不了的、没说清的、会出问题的',
    en: 'find what a scheme leaves open or gets wrong',
  },
  usage: {
    zh: '<方案文件（按原文）或文件夹（采用口径）>',
    en: '<scheme file (as written) or folder (with readings)>',
  },
  positionals: [1, 1],
  options: { ...SCHEME_OPTIONS, ...OUT_OPTIONS },
  async run(given, session) {
    checkOutput(given, session)
    const { main, files, read } = await readScheme(given.positionals[0] ?? '', given, session)
    const { scheme, diagnostics } = read
    const findings =
      scheme === undefined
        ? []
        : lintScheme(scheme, compiled({ path: main, files, read, scheme }, session), read.where, {
            lang: session.language,
          })
    const text = () =>
      [
        ...diagnostics.map((d) => `${placeOf(d)} ${d.message}`),
        ...findings.map((f) => told(f, session)),
      ].join('\n\n')
    const tables = () => [tableOf(findings, session)]
    const empty = diagnostics.length + findings.length === 0
    if (!(empty && given.text('format') === undefined && given.text('out') === undefined))
      await emit({ json: () => ({ diagnostics, findings }), text, tables }, given, session)
    const count = (severity: Finding['severity']) =>
      findings.filter((f) => f.severity === severity).length
    session.note(
      session.say({
        zh: `${diagnostics.length} 处写法错误，${count('error')} 个错误，${count('warning')} 个提醒，${count('note')} 个说明`,
        en: `${diagnostics.length} mistakes, ${count('error')} errors, ${count('warning')} warnings, ${count('note')} notes`,
      }),
    )
    return diagnostics.length + findings.filter((f) => f.severity !== 'note').length === 0 ? 0 : 1
  },
}
