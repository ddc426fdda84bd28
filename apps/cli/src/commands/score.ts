import { exports, resultWorkbook } from '@kaohe/documents'
import type { Command } from '../command.ts'
import { evaluated, resultsOf, scoreOf } from '../evaluated.ts'
import { FACTS_USAGE, QUIET } from '../load-facts.ts'
import { SCHEME_OPTIONS } from '../load-scheme.ts'
import { OUT_OPTIONS, emit } from '../output.ts'

// Explanations have their own command, and their own sheet in the workbook.
const SHOWN = new Set(['ranking', 'points', 'missing'])

/** Scores units. */
export const score: Command = {
  name: 'score',
  about: { zh: '按方案和数据算分', en: 'score units' },
  usage: FACTS_USAGE,
  positionals: [1, 99],
  options: { ...SCHEME_OPTIONS, ...QUIET, ...OUT_OPTIONS },
  async run(given, session) {
    const all = await evaluated(given, session)
    await emit(
      {
        json: () => scoreOf(all),
        tables: () =>
          exports.filter((e) => SHOWN.has(e.name)).map((e) => e.make(resultsOf(all, session))),
        workbook: () => resultWorkbook(resultsOf(all, session)),
      },
      given,
      session,
    )
    const open = all.evaluation.results().filter((r) => r.total === undefined).length
    if (open > 0)
      session.note(
        session.say({
          zh: `${open} 个单位的总分还没有确定：缺数据或口径未定，见各项范围。`,
          en: `${open} totals are not settled yet.`,
        }),
      )
    return 0
  },
}
