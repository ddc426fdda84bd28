import { type Evaluation, evaluate, ratio, type Rational } from '@kaohe/engine'
import { type Effect, effectOf, type Parameter, parametersOf, scaled } from '@kaohe/scheme'
import { columnsOf } from '../columns.ts'
import { type Command, type Given, Refusal } from '../command.ts'
import { factsPaths, FACTS_USAGE, loadFacts, QUIET } from '../load-facts.ts'
import { compiled, loadScheme, readScheme, SCHEME_OPTIONS } from '../load-scheme.ts'
import { checkOutput, emit, OUT_OPTIONS } from '../output.ts'
import { many } from '../plural.ts'
import type { Session } from '../session.ts'

interface Tried extends Effect {
  readonly parameter: Parameter
}

function stepOf(given: Given, session: Session): Rational {
  const text = given.text('step') ?? '10'
  if (/^\d+$/.test(text) && Number(text) > 0) return ratio(BigInt(text), 100n)
  throw new Refusal(
    session.say({
      zh: `--step 是百分数，如 10，收到“${text}”。`,
      en: `--step is a percentage such as 10; got “${text}”.`,
    }),
    2,
  )
}

function widestMissing(evaluation: Evaluation) {
  const counts = new Map<string, number>()
  for (const result of evaluation.results())
    for (const m of result.missing) counts.set(m.id, (counts.get(m.id) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([id, units]) => ({ id, units }))
}

// Shares that must add up to the whole, say, cannot change alone: that is another thing than no effect.
function noteUntried(untried: readonly Parameter[], session: Session): void {
  const places = (mark: string) => untried.map(({ at }) => at).join(mark)
  if (untried.length > 0)
    session.note(
      session.say({
        zh: `有 ${untried.length} 处单独改了方案就不成立，没有试：${places('、')}。`,
        en: `${many(untried.length, 'figure')} cannot be changed alone and was not tried: ${places(', ')}.`,
      }),
    )
}

/** How much each figure of points, each line and each share matters: the scheme with it a little higher and lower. */
export const sensitivity: Command = {
  name: 'sensitivity',
  about: {
    zh: '各项占比、分数、上下限和等次线上下浮动时，名次、等次、结果运用变多少',
    en: 'what a small change of each weight, figure or line does',
  },
  usage: FACTS_USAGE,
  positionals: [1, 99],
  options: {
    step: {
      type: 'string',
      value: { zh: '百分数', en: 'percent' },
      about: { zh: '上下浮动多少，默认 10', en: 'how far up and down; 10 by default' },
    },
    ...SCHEME_OPTIONS,
    ...QUIET,
    ...OUT_OPTIONS,
  },
  async run(given, session) {
    checkOutput(given, session)
    const [path = '', ...rest] = given.positionals
    const loaded = await loadScheme(path, given, session)
    const dataset = await loadFacts(
      await factsPaths(rest, path, session),
      loaded.scheme,
      session,
      given.flag('quiet'),
    )
    const base = evaluate(compiled(loaded, session), dataset)
    const parameters = loaded.read.document === undefined ? [] : parametersOf(loaded.read.document)
    const step = stepOf(given, session)
    const factors = [
      ratio(step.den + step.num, step.den),
      ratio(step.den - step.num, step.den),
    ].filter((f) => f.num > 0n)
    const progress = session.progress({ zh: '参数', en: 'parameters' })
    const effects: Tried[] = []
    const untried: Parameter[] = []
    for (const parameter of parameters) {
      const others: Evaluation[] = []
      for (const factor of factors) {
        const changes = scaled(parameter, factor)
        const { read, main, files } = await readScheme(path, given, session, changes)
        if (read.scheme !== undefined)
          others.push(
            evaluate(compiled({ path: main, files, read, scheme: read.scheme }, session), dataset),
          )
      }
      if (others.length === 0) untried.push(parameter)
      else effects.push({ parameter, ...effectOf(base, others) })
      await progress.at(effects.length + untried.length, parameters.length)
    }
    progress.done()
    effects.sort(
      (a, b) =>
        b.consequences - a.consequences ||
        b.regraded - a.regraded ||
        b.ranked - a.ranked ||
        b.farthest - a.farthest ||
        b.moved - a.moved ||
        (a.parameter.at < b.parameter.at ? -1 : 1),
    )
    await emit(
      {
        json: () => ({
          parameters: effects.map(({ parameter, ...e }) => ({
            at: parameter.at,
            written: parameter.written,
            ...e,
          })),
          untried: untried.map(({ at }) => at),
          missing: widestMissing(base),
        }),
        tables: () => [
          {
            id: 'sensitivity',
            title: session.say({
              zh: '敏感性（变动的单位数）',
              en: 'Sensitivity (units that move)',
            }),
            columns: columnsOf(
              session,
              ['位置', 'Place'],
              ['原值', 'Written', 'points'],
              ['分数变动', 'Totals', 'count'],
              ['名次变动', 'Ranks', 'count'],
              ['最多移动', 'Farthest', 'count'],
              ['等次变动', 'Grades', 'count'],
              ['结果运用变动', 'Consequences', 'count'],
            ),
            rows: effects.map((e) => [
              e.parameter.at,
              e.parameter.written,
              e.moved,
              e.ranked,
              e.farthest,
              e.regraded,
              e.consequences,
            ]),
          },
        ],
      },
      given,
      session,
    )
    noteUntried(untried, session)
    return 0
  },
}
