import { showScheme } from '@kaohe/scheme'
import type { Command } from '../command.ts'
import { SCHEME_OPTIONS, loadScheme } from '../load-scheme.ts'
import { checkOutput, OUT_OPTIONS, emit } from '../output.ts'

/** A scheme as text to read, with its readings. */
export const show: Command = {
  name: 'show',
  about: { zh: '把方案写成便于阅读的文字', en: 'a scheme as readable text' },
  usage: { zh: '<方案文件或文件夹>', en: '<scheme file or folder>' },
  positionals: [1, 1],
  options: { ...SCHEME_OPTIONS, ...OUT_OPTIONS },
  async run(given, session) {
    checkOutput(given, session)
    const { scheme, read } = await loadScheme(given.positionals[0] ?? '', given, session)
    const settled = read.readings.map((r) => {
      const option = r.options.find((o) => o.id === read.chosen[r.id])
      const answer = option === undefined ? session.say({ zh: '未定', en: 'open' }) : option.note
      const who =
        option?.id === r.adopted && r.decision !== undefined
          ? `（${r.decision.who}，${r.decision.date}：${r.decision.reason}）`
          : ''
      return `- ${r.clause ?? ''} ${r.question}：${answer}${who}`
    })
    const text = () =>
      [
        showScheme(scheme).trimEnd(),
        ...(settled.length === 0
          ? []
          : ['', session.say({ zh: '## 口径', en: '## Readings' }), '', ...settled]),
      ].join('\n')
    const json = () => ({
      id: scheme.id,
      version: scheme.version,
      text: text(),
      readings: read.chosen,
    })
    await emit({ json, text }, given, session)
    return 0
  },
}
