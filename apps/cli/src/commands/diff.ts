import { evaluate } from '@kaohe/engine'
import type { Command } from '../command.ts'
import { effectReport } from '../effect.ts'
import { loadFacts, QUIET } from '../load-facts.ts'
import { type LoadedScheme, SCHEME_OPTIONS, compiled, loadScheme } from '../load-scheme.ts'
import { movesBetween } from '../moves.ts'
import { OUT_OPTIONS, checkOutput, emit } from '../output.ts'

/** Two schemes compared by meaning; with facts also by effect. */
export const diff: Command = {
  name: 'diff',
  about: {
    zh: '按意思比较两个方案；给出数据时还比较谁的分数、名次、等次和结果运用会变',
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
    const computed = async (loaded: LoadedScheme) => {
      const dataset = await loadFacts(facts, loaded.scheme, session, given.flag('quiet'))
      return evaluate(compiled(loaded, session), dataset)
    }
    const moves =
      facts.length === 0 ? undefined : movesBetween(await computed(before), await computed(after))
    const schemes = [before.scheme, after.scheme] as const
    const { changes, report } = effectReport({ schemes, moves }, session)
    await emit(report, given, session)
    return changes.length === 0 ? 0 : 1
  },
}
