import type { FoldHow, NodeId } from '../../core/index.ts'
import type { Expr } from '../../model/index.ts'
import {
  type ObjectOf,
  type TypeOf,
  choice,
  condition,
  either,
  expression,
  list,
  object,
  open,
  optional,
  points,
  reference,
  required,
  share,
  table,
  text,
} from '../../shape/index.ts'
import { formatRational, int, multiply } from '../../number/index.ts'
import { sayRange } from './say-range.ts'
import type { Complaint, Place, Ask } from '../kind.ts'
import { casesOf, checkKeys, key, lookUp } from './cases.ts'

const onceShape = object({
  by: required('按', list(reference('eventAttribute')), '这些属性都相同的算同一件'),
  keep: required(
    '取',
    choice({ 最高: 'highest', 最低: 'lowest' }),
    '同一件取分值最高还是最低的；扣分的，最高就是扣得最多的',
  ),
})

const splitTable = object({
  by: required('按', expression, '按事件的哪个属性分，如 承担的角色'),
  table: required('表', table(key, share), '每种角色分到多少，如 主办 100%、协办 50%'),
})

const grantShape = object({
  at: required('记于', reference('eventAttribute'), '事件的哪个属性记着酌情给的分'),
  most: required('最多', points, '每次最多给几分'),
  basis: open(
    '依据',
    text,
    '凭什么给；不写的，已经记下的分照记的计',
    '酌情加分，凭什么、给多少，原文没有写明',
  ),
})

/** Which events count (no_double_count 就高不重复), and what part of one is the unit's (role_share 主办/协办). */
export const eventFields = {
  where: optional('条件', condition, '只计满足条件的事件'),
  once: optional('去重', onceShape, '同一件事只计一次'),
  split: optional('分摊', either(splitTable, expression), '一件事由几家分担时，本单位分到的部分'),
  grant: optional('酌情', grantShape, '每次由人酌情再给的分，与得或扣同向'),
}

export type Split = Expr | TypeOf<typeof splitTable>

export type EventParams = ObjectOf<typeof eventFields>
type Grant = TypeOf<typeof grantShape>

function splitNode(row: Place, split: Split): NodeId {
  if ('expr' in split) return row.expr(split)
  const cases = casesOf(row.wordsOf(split.by), split.table)
  return lookUp(row, row.expr(split.by), cases, (part) => row.b.constant(part))
}

// discretionary 酌情: what was given counts, as a mark does; that nobody said by what measure is for the linter.
function grantNode(row: Place, { at, most }: Grant): NodeId {
  const { b } = row
  return b.clamp(row.expr({ expr: 'attribute', attribute: at }), b.zero(), b.constant(most))
}

function worthOf(row: Place, params: EventParams, value: NodeId): NodeId {
  const { grant, split } = params
  const granted = grant === undefined ? value : row.b.sum([value, grantNode(row, grant)])
  return split === undefined ? granted : row.b.product([granted, splitNode(row, split)])
}

/** Folds the events of a kind that count; `value` is the worth of one before it is shared out. */
export function foldEvents(
  at: Place,
  event: string,
  params: EventParams,
  as: Extract<FoldHow['as'], 'sum' | 'count'>,
  value: (row: Place) => NodeId,
): NodeId {
  return at.fold({
    over: { event },
    where: params.where,
    how: { as },
    once: params.once ?? null,
    empty: 'zero',
    value: (row) => worthOf(row, params, value(row)),
  })
}

/** How often an event that counts took place. */
export function countEvents(at: Place, event: string, params: EventParams): NodeId {
  const bare = { ...params, split: undefined, grant: undefined }
  return foldEvents(at, event, bare, 'count', (row) => row.b.one())
}

/** How an event is shared out, in words: `（主办分摊100%，协办分摊50%）`, `（按1除以主办家数分摊）`. */
export function sayShares(at: Place, event: string | undefined, split: Split | undefined): string {
  if (split === undefined) return ''
  if ('expr' in split) return `（按${at.say(split, event)}分摊）`
  const said = split.table.map(([of, part]) => {
    const role = typeof of === 'string' ? of : sayRange(of)
    return `${role}分摊${formatRational(multiply(part, int(100)))}%`
  })
  return `（${said.join('，')}）`
}

/** Complains of shares of a role that the event's attribute does not have. */
export function checkSplit(ask: Ask, split: Split | undefined): readonly Complaint[] {
  if (split === undefined || 'expr' in split) return []
  return checkKeys(
    ask,
    split.by,
    split.table.map(([of]) => of),
    'split.table',
  )
}
