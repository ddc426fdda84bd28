import { evaluate } from '@kaohe/engine'
import { diffSchemes } from '@kaohe/scheme'
import { columnsOf } from '../columns.ts'
import type { Command } from '../command.ts'
import { loadFacts, QUIET } from '../load-facts.ts'
import { compiled, loadScheme, SCHEME_OPTIONS } from '../load-scheme.ts'
import { hasMoved, type Move, movesBetween, movesJson, movesTable } from '../moves.ts'
import { checkOutput, emit, OUT_OPTIONS } from '../output.ts'

/** Two schemes compared by meaning; with facts also by effect. */
export const diff: Command = {
  name: 'diff',
  about: {
    zh: '按意思比较两个方案；给出数据时还比较谁的分数名次会变',
    en: 'compare two schemes by meaning, and with facts by effect',
  },
  usage: { zh: '<原方案> <新方案> [数据…]', en: '<scheme before> <scheme after> [facts…]' },
  positionals: [2, 99],
  options: { ...SCHEME_OPTIONS, ...QUIET, ...OUT_OPTIONS },
  async run(given, session) {
    checkOutput(given, session)
    const [a = '', b = '', ...facts] = given.positionals
    const before = await loadScheme(a, given, session)
    const after = await loadScheme(b, given, session)
    const changes = diffSchemes(before.scheme, after.scheme)
    const moves: Move[] = []
    if (facts.length > 0) {
      const computed = []
      for (const loaded of [before, after]) {
        const dataset = await loadFacts(facts, loaded.scheme, session, given.flag('quiet'))
        computed.push(evaluate(compiled(loaded, session), dataset))
      }
      const [one, other] = computed
      if (one !== undefined && other !== undefined)
        moves.push(...movesBetween(one, other).filter(hasMoved))
    }
    const sentences = {
      id: 'changes',
      title: session.say({ zh: '改动', en: 'Changes' }),
      columns: columnsOf(session, ['改动', 'Change'], ['位置', 'Place']),
      rows: changes.map((c) => [c.sentence, c.path]),
    }
    await emit(
      {
        json: () => ({ changes, ...(facts.length === 0 ? {} : { moved: movesJson(moves) }) }),
        tables: () => (facts.length === 0 ? [sentences] : [sentences, movesTable(moves, session)]),
      },
      given,
      session,
    )
    return changes.length === 0 ? 0 : 1
  },
}
