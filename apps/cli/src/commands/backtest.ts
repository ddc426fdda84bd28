import type { Table } from '@kaohe/documents'
import type { Met, Scheme, UnitResult } from '@kaohe/engine'
import { columnsOf } from '../columns.ts'
import { type Command, Refusal } from '../command.ts'
import { evaluated } from '../evaluated.ts'
import { type Followed, followedIn, followingBetween, followingTable } from '../followed.ts'
import { jsonIn } from '../json-file.ts'
import { QUIET } from '../load-facts.ts'
import { SCHEME_OPTIONS } from '../load-scheme.ts'
import { pointsJson } from '../moves.ts'
import { asText, checkOutput, OUT_OPTIONS, emit } from '../output.ts'
import { many } from '../plural.ts'
import type { Session } from '../session.ts'

/** What a result says of a unit, as far as it is compared. */
interface Stand {
  readonly total: string | null
  readonly least: string | null
  readonly most: string | null
  readonly rank: number | null
  readonly grade: string | null
}

interface Recorded extends Stand {
  /** Results of other programs may say nothing of them; then there is nothing to compare. */
  readonly consequences: readonly Followed[] | undefined
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const METS: readonly unknown[] = ['yes', 'no', 'undecided'] satisfies readonly Met[]

const isFollowed = (one: unknown): one is Followed =>
  isObject(one) && typeof one['id'] === 'string' && METS.includes(one['met'])

function followedThen({ consequences }: Record<string, unknown>): readonly Followed[] | undefined {
  const known = Array.isArray(consequences) && consequences.every(isFollowed)
  return known ? consequences : undefined
}

function recordedIn(parsed: unknown, path: string, session: Session): Map<string, Recorded> {
  const units = isObject(parsed) ? parsed['units'] : undefined
  if (Array.isArray(units) && units.every((u) => isObject(u) && typeof u['unit'] === 'string'))
    return new Map(
      (units as (Stand & { unit: string })[]).map((u) => [
        u.unit,
        { ...u, consequences: followedThen({ ...u }) },
      ]),
    )
  throw new Refusal(
    session.say({
      zh: `${path} 不是 kaohe score --format json 写出的结果，请换成当年保存的结果文件。`,
      en: `${path} is not a result written by kaohe score --format json.`,
    }),
  )
}

function standOf(result: UnitResult): Stand {
  const { points, ...range } = pointsJson({ points: result.total, range: result.range })
  return { total: points, ...range, rank: result.rank ?? null, grade: result.grade ?? null }
}

const FIELDS = ['total', 'least', 'most', 'rank', 'grade'] as const

function only(stand: Stand): Stand {
  const { total, least, most, rank, grade } = stand
  return { total, least, most, rank, grade }
}

function sayStand({ total, least, most }: Stand, session: Session): string {
  if (least === null) return session.say({ zh: '不参评', en: 'takes no part' })
  return total ?? `${least}～${most}`
}

interface Line {
  readonly name: string
  readonly recorded: Stand | null
  readonly now: Stand
  readonly same: boolean
}

function standingsTable(lines: readonly Line[], scheme: Scheme, session: Session): Table {
  const grade = (id: string | null) =>
    scheme.grading?.grades.find((one) => one.id === id)?.name ?? id ?? ''
  return {
    id: 'backtest',
    title: session.say({ zh: '回测', en: 'Backtest' }),
    columns: columnsOf(
      session,
      ['单位', 'Unit'],
      ['当年总分', 'Recorded', 'points'],
      ['重算总分', 'Now', 'points'],
      ['当年名次', 'Rank then', 'count'],
      ['重算名次', 'Rank now', 'count'],
      ['当年等次', 'Grade then'],
      ['重算等次', 'Grade now'],
      ['一致', 'Same'],
    ),
    rows: lines.map((l) => [
      l.name,
      l.recorded ? sayStand(l.recorded, session) : session.say({ zh: '没有记录', en: 'no record' }),
      sayStand(l.now, session),
      l.recorded?.rank ?? '',
      l.now.rank ?? '',
      grade(l.recorded?.grade ?? null),
      grade(l.now.grade),
      l.same ? session.say({ zh: '是', en: 'yes' }) : session.say({ zh: '否', en: 'no' }),
    ]),
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
    const recorded = recordedIn(jsonIn(await session.read(path)), path, session)
    const { evaluation, loaded } = await evaluated({ ...given, positionals: rest }, session)
    const lines = evaluation.results().map((result) => {
      const [then, now] = [recorded.get(result.unit), standOf(result)]
      const { unit, name } = result
      const consequences = then?.consequences
        ? followingBetween(then.consequences, followedIn(result))
        : []
      const stands = then !== undefined && FIELDS.every((field) => then[field] === now[field])
      const same = stands && consequences.length === 0
      return { unit, name, recorded: then ? only(then) : null, now, consequences, same }
    })
    const gone = [...recorded.keys()].filter((unit) => !lines.some((line) => line.unit === unit))
    const tables = () => [
      standingsTable(lines, loaded.scheme, session),
      followingTable(lines, [loaded.scheme, loaded.scheme], session),
    ]
    await emit(
      {
        json: () => ({ units: lines, gone }),
        tables,
        text: () => asText(tables().filter(({ id, rows }) => id === 'backtest' || rows.length > 0)),
      },
      given,
      session,
    )
    const same = lines.filter((l) => l.same).length
    session.note(
      session.say({
        zh: `${lines.length} 个单位，${same} 个与当年一致；当年有而这次没有的 ${gone.length} 个${gone.length === 0 ? '' : `：${gone.join('、')}`}。`,
        en: `${many(lines.length, 'unit')}, ${same} as recorded; ${gone.length} recorded and not here${gone.length === 0 ? '' : `: ${gone.join(', ')}`}.`,
      }),
    )
    return 0
  },
}
