import { type Results, exports, resultWorkbook } from '@kaohe/documents'
import type { Command, Given } from '../command.ts'
import { type Evaluated, evaluated, resultsOf, scoreOf } from '../evaluated.ts'
import { FACTS_USAGE, QUIET } from '../load-facts.ts'
import { SCHEME_OPTIONS } from '../load-scheme.ts'
import { OUT_OPTIONS, asText, checkOutput, emit } from '../output.ts'
import { many } from '../plural.ts'
import type { Session } from '../session.ts'
import { missingTable, questionsTable, scoreTable, takingPart } from '../summary.ts'
import { noteUnused } from '../unused.ts'
import { unitsAsked } from './explain.ts'

// Explanations have their own command, and their own sheet in the workbook.
const SHOWN = new Set(['ranking', 'points', 'missing'])

function someOf(results: Results, units: readonly string[]): Results {
  return { ...results, units: results.units.filter((u) => units.includes(u.unit)) }
}

/** The whole as an overview; of single units every item. */
async function textOf(
  all: Evaluated,
  units: readonly string[],
  given: Given,
  session: Session,
): Promise<string> {
  if (given.texts('unit').length > 0) {
    const asked = someOf(resultsOf(all, session), units)
    return asText(exports.filter((e) => e.name === 'items').map((e) => e.make(asked)))
  }
  const open = [missingTable(all, session), questionsTable(all, session)]
  return asText([scoreTable(all, session), ...open.filter((table) => table !== undefined)])
}

function noteOpen(all: Evaluated, session: Session): void {
  const open = takingPart(all).filter((r) => r.total === undefined).length
  if (open === 0) return
  session.note(
    session.say({
      zh: `${open} 个单位的总分还没有确定：缺数据或口径未定，给出的是可能的范围。`,
      en: `${many(open, 'total')} not settled yet: facts are missing or clauses open; ranges are given.`,
    }),
  )
}

/** Scores units. */
export const score: Command = {
  name: 'score',
  about: { zh: '按方案和数据算分', en: 'score units' },
  usage: FACTS_USAGE,
  positionals: [1, 99],
  options: {
    unit: {
      type: 'string',
      multiple: true,
      value: { zh: '单位', en: 'unit' },
      about: {
        zh: '只看这个单位的各项得分，可写多次',
        en: 'only this unit, item by item; repeatable',
      },
    },
    ...SCHEME_OPTIONS,
    ...QUIET,
    ...OUT_OPTIONS,
  },
  async run(given, session) {
    checkOutput(given, session)
    const all = await evaluated(given, session)
    const units = await unitsAsked(given, all, session)
    const results = () => someOf(resultsOf(all, session), units)
    const json = () => {
      const whole = scoreOf(all)
      return { ...whole, units: whole.units.filter((u) => units.includes(u.unit)) }
    }
    await emit(
      {
        json,
        text: () => textOf(all, units, given, session),
        tables: () => exports.filter((e) => SHOWN.has(e.name)).map((e) => e.make(results())),
        workbook: () => resultWorkbook(results()),
      },
      given,
      session,
    )
    noteOpen(all, session)
    noteUnused(all.evaluation, session)
    return 0
  },
}
