import type { Table } from '@kaohe/documents'
import {
  type Met,
  type Scheme,
  type UnitResult,
  ZERO,
  formatRational,
  parseRational,
  subtract,
} from '@kaohe/engine'
import { say as wordOf } from '@kaohe/glossary'
import { columnsOf } from './columns.ts'
import type { Session } from './session.ts'

/** What one consequence is to one unit: whether it follows, and the money that it brings. */
export interface Followed {
  readonly id: string
  readonly met: Met
  /** As published, in yuan; null where there is none, or none that is known. */
  readonly amount: string | null
}

/** A consequence that is another to a unit than it was; null where a scheme has no such consequence. */
export interface Following {
  readonly id: string
  readonly before: Omit<Followed, 'id'> | null
  readonly after: Omit<Followed, 'id'> | null
}

/** What follows for a unit, as it is published. */
export function followedIn({ consequences }: UnitResult): readonly Followed[] {
  return consequences.map(({ id, met, amount }) => ({
    id,
    met,
    amount: amount === undefined ? null : formatRational(amount),
  }))
}

const without = (one: Followed | undefined): Following['before'] =>
  one === undefined ? null : { met: one.met, amount: one.amount }

/** To follow from nothing, and not to follow, is the same to the unit. */
function sameTo(a: Following['before'], b: Following['after']): boolean {
  return (a?.met ?? 'no') === (b?.met ?? 'no') && (a?.amount ?? null) === (b?.amount ?? null)
}

/** What follows otherwise than before, in the order of before, and then what is new. */
export function followingBetween(
  before: readonly Followed[],
  after: readonly Followed[],
): readonly Following[] {
  const ids = new Set([...before, ...after].map(({ id }) => id))
  const find = (list: readonly Followed[], id: string) => without(list.find((one) => one.id === id))
  return [...ids]
    .map((id) => ({ id, before: find(before, id), after: find(after, id) }))
    .filter((one) => !sameTo(one.before, one.after))
}

const NO_SUCH = { zh: '没有这一条', en: 'no such consequence' }
const OPEN = { zh: '待定', en: 'open' }

type Side = readonly [of: Following['before'], scheme: Scheme]

const writtenIn = (id: string, scheme: Scheme) => scheme.consequences?.find((one) => one.id === id)

// No money where nothing follows is a known zero; where something follows and it is not known, it is open.
function moneyOf(id: string, [of, scheme]: Side): string | undefined {
  if (of?.amount != null) return of.amount
  const written = writtenIn(id, scheme)
  const paid = written?.amount !== undefined || written?.amounts !== undefined
  return !paid || of === null || of.met === 'no' ? '0' : undefined
}

function differenceOf(before: string | undefined, after: string | undefined) {
  if (before === undefined || after === undefined) return undefined
  return subtract(parseRational(after) ?? ZERO, parseRational(before) ?? ZERO)
}

/** Who gains or loses which consequence, and how much money. */
export function followingTable(
  units: readonly { readonly name: string; readonly consequences: readonly Following[] }[],
  [before, after]: readonly [Scheme, Scheme],
  session: Session,
): Table {
  const rows = units.flatMap(({ name, consequences }) =>
    consequences.map((one) => {
      const sides = [[one.before, before] as const, [one.after, after] as const] as const
      const [was, is] = sides.map((side) => moneyOf(one.id, side))
      const met = (of: Following['before']) =>
        of === null ? session.say(NO_SUCH) : wordOf('met', of.met, session.language)
      const money = (text: string | undefined) =>
        text === undefined ? session.say(OPEN) : (parseRational(text) ?? text)
      const change = differenceOf(was, is)
      const nothing = was === '0' && is === '0'
      return [
        name,
        (writtenIn(one.id, after) ?? writtenIn(one.id, before))?.name ?? one.id,
        met(one.before),
        met(one.after),
        ...(nothing ? ['', ''] : [money(was), money(is)]),
        nothing || change === undefined
          ? ''
          : `${change.num > 0n ? '+' : ''}${formatRational(change)}`,
      ]
    }),
  )
  return {
    id: 'consequences',
    title: session.say({ zh: '结果运用变动', en: 'Consequences that change' }),
    columns: columnsOf(
      session,
      ['单位', 'Unit'],
      ['结果运用', 'Consequence'],
      ['原来符合', 'Met before'],
      ['现在符合', 'Met after'],
      ['原金额（元）', 'Amount before', 'points'],
      ['新金额（元）', 'Amount after', 'points'],
      ['增减（元）', 'Change', 'points'],
    ),
    rows,
  }
}
