import type { Table } from '@kaohe/documents'
import { type Rational, type Scheme, formatRational } from '@kaohe/engine'
import { columnsOf } from './columns.ts'
import { type Move, type Points, sayPoints } from './moves.ts'
import type { Session } from './session.ts'

const NO_ITEM = { zh: '没有这一项', en: 'no such item' }

type Named = readonly { readonly id: string; readonly name: string }[]

/** The name of something by its id, in the first of the schemes that has it. */
function nameIn(id: string | undefined, ...lists: readonly (Named | undefined)[]): string {
  const found = lists.flatMap((list) => list ?? []).find((one) => one.id === id)
  return found?.name ?? id ?? ''
}

const signed = (value: Rational | undefined) =>
  value === undefined ? '' : `${value.num > 0n ? '+' : ''}${formatRational(value)}`

/** Who moves from where to where, and through which items. */
export function movesTable(
  moves: readonly Move[],
  [before, after]: readonly [Scheme, Scheme],
  session: Session,
): Table {
  const item = (id: string) => nameIn(id, after.items, before.items)
  const grade = (id: string | undefined) =>
    nameIn(id, after.grading?.grades, before.grading?.grades)
  const points = (of: Points | undefined) =>
    of === undefined ? session.say(NO_ITEM) : sayPoints(of, session)
  const open = session.say({ zh: '待定', en: 'open' })
  const regraded = moves.some((m) => m.before.grade !== m.after.grade)
  return {
    id: 'moves',
    title: session.say({ zh: '变动', en: 'Moves' }),
    columns: columnsOf(
      session,
      ['单位', 'Unit'],
      ['原总分', 'Total before', 'points'],
      ['新总分', 'Total after', 'points'],
      ['变动', 'Change', 'points'],
      ['原名次', 'Rank before', 'count'],
      ['新名次', 'Rank after', 'count'],
      ...(regraded
        ? [['原等次', 'Grade before'] as const, ['新等次', 'Grade after'] as const]
        : []),
      ['因为', 'Because'],
    ),
    rows: moves.map((m) => [
      m.name,
      sayPoints(m.before, session),
      sayPoints(m.after, session),
      signed(m.change),
      m.before.rank ?? (m.after.rank === undefined ? '' : open),
      m.after.rank ?? (m.before.rank === undefined ? '' : open),
      ...(regraded ? [grade(m.before.grade), grade(m.after.grade)] : []),
      m.because
        .map((one) => `${item(one.id)} ${points(one.before)}→${points(one.after)}`)
        .join(session.say({ zh: '；', en: '; ' })),
    ]),
  }
}
