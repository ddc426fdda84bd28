import { boundText, exports } from '@kaohe/documents'
import { type Rational, formatRational } from '@kaohe/engine'
import type { Command } from '../command.ts'
import { evaluated, resultsOf } from '../evaluated.ts'
import { FACTS_USAGE, QUIET } from '../load-facts.ts'
import { SCHEME_OPTIONS } from '../load-scheme.ts'
import { checkOutput, OUT_OPTIONS, emit } from '../output.ts'
import { noteUnused } from '../unused.ts'

const textOf = (value: Rational | undefined) => (value === undefined ? null : formatRational(value))

// Decisions only where people decided anything.
const SHOWN = new Set(['ranking', 'consequences', 'decisions'])

/** Units in the order of their ranks. */
export const rank: Command = {
  name: 'rank',
  about: {
    zh: '排名、等次和结果运用',
    en: 'ranks, grades and consequences, with reasons in Chinese',
  },
  usage: FACTS_USAGE,
  positionals: [1, 99],
  options: { ...SCHEME_OPTIONS, ...QUIET, ...OUT_OPTIONS },
  async run(given, session) {
    checkOutput(given, session)
    const all = await evaluated(given, session)
    const results = all.evaluation.results()
    await emit(
      {
        json: () => ({
          units: results.map((r) => ({
            unit: r.unit,
            name: r.name,
            type: r.type,
            group: r.group,
            eligible: r.eligible,
            ineligibility: [...r.ineligibility],
            total: textOf(r.total),
            least: r.range === undefined ? null : boundText(r.range.lo),
            most: r.range === undefined ? null : boundText(r.range.hi),
            rank: r.rank ?? null,
            rankRange: [...r.rankRange],
            grade: r.grade ?? null,
            consequences: r.consequences
              .filter((c) => c.met !== 'no')
              .map((c) => ({
                id: c.id,
                met: c.met,
                reasons: [...c.reasons],
                amount: textOf(c.amount),
              })),
          })),
        }),
        tables: () =>
          exports
            .filter((e) => SHOWN.has(e.name))
            .map((e) => e.make(resultsOf(all, session)))
            .filter((table) => table.id !== 'decisions' || table.rows.length > 0),
      },
      given,
      session,
    )
    noteUnused(all.evaluation, session)
    return 0
  },
}
