import { evaluate } from '@kaohe/engine'
import { type Finding, type TrialChange, lint } from '@kaohe/scheme'
import { type Command, type Given, Refusal } from '../command.ts'
import { effectReport } from '../effect.ts'
import { factsPaths, FACTS_USAGE, loadFacts, QUIET } from '../load-facts.ts'
import { compiled, type LoadedScheme, loadScheme, SCHEME_OPTIONS } from '../load-scheme.ts'
import { movesBetween } from '../moves.ts'
import { checkOutput, emit, OUT_OPTIONS } from '../output.ts'
import { many } from '../plural.ts'
import type { Session } from '../session.ts'

function changesOf(given: Given, session: Session): readonly TrialChange[] {
  return given.texts('set').map((text) => {
    const at = text.indexOf('=')
    if (at > 0) return { at: text.slice(0, at), to: text.slice(at + 1) }
    throw new Refusal(
      session.say({
        zh: `--set 要写成 位置=内容，收到的是“${text}”。`,
        en: `--set is written place=content; got “${text}”.`,
      }),
      2,
    )
  })
}

/** What is wrong with the changed scheme that was not wrong before: weights that no longer add up. */
function upset(base: LoadedScheme, changed: LoadedScheme, session: Session): readonly Finding[] {
  const { language: lang } = session
  const [before, after] = [base, changed].map((one) =>
    lint(one.scheme, compiled(one, session), undefined, { lang }).filter(
      ({ severity }) => severity === 'error',
    ),
  )
  const known = new Set(before?.map(({ check, path }) => `${check} ${path}`))
  return (after ?? []).filter(({ check, path }) => !known.has(`${check} ${path}`))
}

function warnOf(findings: readonly Finding[], session: Session): void {
  for (const { title, message } of findings)
    session.note(
      session.say({
        zh: `注意：这样改以后，${title}：${message}结果要连同这一处一起改才有意义。`,
        en: `Note: so changed, the scheme has a fault: ${title}: ${message} The results mean little until that is changed as well.`,
      }),
    )
}

const plain: Given = { positionals: [], text: () => undefined, texts: () => [], flag: () => false }

/** The same facts under the scheme as it stands and with a change: who moves, and why. */
export const simulate: Command = {
  name: 'simulate',
  about: {
    zh: '改一个参数或换一种口径，看谁的分数、名次、等次和结果运用会变',
    en: 'change a parameter or a reading and see who moves',
  },
  usage: FACTS_USAGE,
  positionals: [1, 99],
  options: {
    set: {
      type: 'string',
      multiple: true,
      value: { zh: '位置=内容', en: 'place=content' },
      about: {
        zh: '改方案的一处，如 指标/study/规则/逐期/规则/分段/段/1/扣=3',
        en: 'change one place of the scheme',
      },
    },
    ...SCHEME_OPTIONS,
    ...QUIET,
    ...OUT_OPTIONS,
  },
  async run(given, session) {
    checkOutput(given, session)
    const [path = '', ...rest] = given.positionals
    const changes = changesOf(given, session)
    if (changes.length + given.texts('reading').length === 0 && !given.flag('as-written'))
      throw new Refusal(
        session.say({
          zh: '没有写要改什么：用 --set 位置=内容、--reading 口径=选项 或 --as-written。',
          en: 'Nothing to change: write --set place=content, --reading reading=option or --as-written.',
        }),
        2,
      )
    const base = await loadScheme(path, plain, session)
    const changed = await loadScheme(path, given, session, changes)
    const dataset = await loadFacts(
      await factsPaths(rest, path, session),
      base.scheme,
      session,
      given.flag('quiet'),
    )
    const moves = movesBetween(
      evaluate(compiled(base, session), dataset),
      evaluate(compiled(changed, session), dataset),
    )
    const schemes = [base.scheme, changed.scheme] as const
    const { changes: differences, moved, report } = effectReport({ schemes, moves }, session)
    await emit(report, given, session)
    warnOf(upset(base, changed, session), session)
    if (differences.length > 0 && moved.length > 0)
      session.note(
        session.say({
          zh: `这样改，${moves.length} 个单位里有 ${moved.length} 个的分数、名次、等次或结果运用会变；方案文件没有改动。`,
          en: `So changed, ${moved.length} of ${many(moves.length, 'unit')} would change in points, rank, grade or consequences; the scheme file is as it was.`,
        }),
      )
    return 0
  },
}
