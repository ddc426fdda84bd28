import { columnsOf } from '../columns.ts'
import { type Command, Refusal } from '../command.ts'
import { evaluated } from '../evaluated.ts'
import { QUIET } from '../load-facts.ts'
import { SCHEME_OPTIONS } from '../load-scheme.ts'
import { sayPoints } from '../moves.ts'
import { checkOutput, OUT_OPTIONS, emit } from '../output.ts'
import type { ScoreJson } from '@kaohe/documents'
import type { Session } from '../session.ts'

type Recorded = Pick<ScoreJson['units'][number], 'unit' | 'name' | 'total' | 'rank' | 'grade'>

function recordedIn(text: string, path: string, session: Session): Map<string, Recorded> {
  try {
    const { units } = JSON.parse(text) as { units: Recorded[] }
    return new Map(units.map((u) => [u.unit, u]))
  } catch {
    throw new Refusal(
      session.say({
        zh: `${path} 不是 kaohe score --format json 写出的结果。`,
        en: `${path} is not a result written by kaohe score --format json.`,
      }),
    )
  }
}

/** A scheme applied to an earlier year, beside what was recorded then. */
export const backtest: Command = {
  name: 'backtest',
  about: {
    zh: '用现在的方案重算往年，与当年记录的结果对照',
    en: 'apply a scheme to an earlier year and compare with its record',
  },
  usage: {
    zh: '<往年结果.json> <方案文件或文件夹> <往年数据…>',
    en: '<recorded.json> <scheme> <facts of that year…>',
  },
  positionals: [2, 99],
  options: { ...SCHEME_OPTIONS, ...QUIET, ...OUT_OPTIONS },
  async run(given, session) {
    checkOutput(given, session)
    const [path = '', ...rest] = given.positionals
    const { bytes } = await session.read(path)
    const recorded = recordedIn(new TextDecoder().decode(bytes), path, session)
    const { evaluation } = await evaluated({ ...given, positionals: rest }, session)
    const lines = evaluation.results().map((now) => {
      const then = recorded.get(now.unit)
      const total = sayPoints({ points: now.total, range: now.range })
      return {
        unit: now.unit,
        name: now.name,
        recorded:
          then === undefined ? null : { total: then.total, rank: then.rank, grade: then.grade },
        now: { total, rank: now.rank ?? null, grade: now.grade ?? null },
        same:
          then !== undefined &&
          then.total === total &&
          then.rank === (now.rank ?? null) &&
          then.grade === (now.grade ?? null),
      }
    })
    await emit(
      {
        json: () => ({ units: lines }),
        tables: () => [
          {
            id: 'backtest',
            title: session.say({ zh: '回测', en: 'Backtest' }),
            columns: columnsOf(
              session,
              ['单位', 'Unit'],
              ['当年总分', 'Recorded', 'points'],
              ['重算总分', 'Now', 'points'],
              ['当年名次', 'Rank then', 'count'],
              ['重算名次', 'Rank now', 'count'],
              ['一致', 'Same'],
            ),
            rows: lines.map((l) => [
              l.name,
              l.recorded?.total ?? session.say({ zh: '没有记录', en: 'no record' }),
              l.now.total,
              l.recorded?.rank ?? '',
              l.now.rank ?? '',
              l.same ? session.say({ zh: '是', en: 'yes' }) : session.say({ zh: '否', en: 'no' }),
            ]),
          },
        ],
      },
      given,
      session,
    )
    const same = lines.filter((l) => l.same).length
    session.note(
      session.say({
        zh: `${lines.length} 个单位，${same} 个与当年一致`,
        en: `${lines.length} units, ${same} as recorded`,
      }),
    )
    return 0
  },
}
