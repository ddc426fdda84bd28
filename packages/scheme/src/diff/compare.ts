import type { Range, Rule, shape } from '@kaohe/engine'
import { isOf } from '../print/fits.ts'
import { flow } from '../print/layout.ts'
import { docOf } from '../print/value.ts'
import { KINDS, MODIFIERS } from '../vocabulary.ts'
import { type Change, type Spot, added, changed, into, moved, removed, top } from './change.ts'

type Fields = Readonly<Record<string, shape.Field>>
type Values = Readonly<Record<string, unknown>>

function written(of: shape.Shape, value: unknown): string {
  const text = flow(docOf(of, value))
  return /^"[^"]*"$/.test(text) ? text.slice(1, -1) : text
}

/** A range means its ends, however it is worded. */
function meaning(of: shape.Shape, value: unknown): string {
  if (of.shape !== 'range') return written(of, value)
  const { from, to, text } = value as Range
  return from || to ? written(of, { from, to, text: '' }) : text
}

/** A field that may be absent on either side. */
function compareField(field: shape.Field, a: unknown, b: unknown, spot: Spot): Change[] {
  if (a === undefined && b === undefined) return []
  if (a === undefined) return [added(spot, written(field.of, b))]
  return b === undefined ? [removed(spot, written(field.of, a))] : compare(field.of, a, b, spot)
}

function compareObjects(fields: Fields, a: Values, b: Values, spot: Spot): Change[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    compareField(field, a[name], b[name], into(spot, field.keyword)),
  )
}

interface Member {
  readonly key: string
  readonly label: string
  readonly value: unknown
}

function isNamed(of: shape.Shape): boolean {
  return of.shape === 'object' && of.fields['id'] !== undefined
}

function withIds(list: readonly unknown[], spot: Spot): Member[] {
  const noun = spot.path.split('/').at(-1) ?? ''
  return list.map((value) => {
    const { id, name } = value as { readonly id: string; readonly name?: string }
    return { key: id, label: `${noun}“${name ?? id}”`, value }
  })
}

function numbered(list: readonly unknown[], { language }: Spot): Member[] {
  const label = (n: number) => (language === 'zh' ? `第${n}项` : `no. ${n}`)
  return list.map((value, i) => ({ key: String(i + 1), label: label(i + 1), value }))
}

const ANYWHERE = top('zh')

/** How many members at the start are the same. */
function alike(of: shape.Shape, a: readonly unknown[], b: readonly unknown[]): number {
  const differ = a.findIndex(
    (one, i) => i >= b.length || compare(of, one, b[i], ANYWHERE).length > 0,
  )
  return differ === -1 ? a.length : differ
}

/** Members without ids: what is the same at both ends is set aside, the rest is compared one by one. */
function compareNumbered(
  of: shape.Shape,
  a: readonly unknown[],
  b: readonly unknown[],
  spot: Spot,
): Change[] {
  const start = alike(of, a, b)
  const end = Math.min(
    alike(of, a.toReversed(), b.toReversed()),
    a.length - start,
    b.length - start,
  )
  const [before, after] = [
    numbered(a, spot).slice(start, a.length - end),
    numbered(b, spot).slice(start, b.length - end),
  ]
  const gone = before
    .slice(after.length)
    .map((one) => removed(memberSpot(spot, one), written(of, one.value)))
  const rest = after.flatMap((one, i) => {
    const old = before[i]
    return old
      ? compare(of, old.value, one.value, memberSpot(spot, one))
      : [added(memberSpot(spot, one), written(of, one.value))]
  })
  return [...gone, ...rest]
}

/** Lists of plain words are compared as wholes; lists of things by id, or by position where they have none. */
function compareLists(
  of: shape.Shape,
  a: readonly unknown[],
  b: readonly unknown[],
  spot: Spot,
): Change[] {
  const whole = (list: readonly unknown[]) => written({ shape: 'list', of, least: 0 }, list)
  if (of.shape !== 'object' && of.shape !== 'rule')
    return whole(a) === whole(b) ? [] : [changed(spot, whole(a), whole(b))]
  return isNamed(of)
    ? compareMembers(of, withIds(a, spot), withIds(b, spot), spot)
    : compareNumbered(of, a, b, spot)
}

function memberSpot(spot: Spot, member: Member): Spot {
  const named = member.label.includes('“')
  const outer = spot.label.split(' ').slice(0, -1).join(' ')
  const label = named
    ? [outer, member.label].filter((one) => one !== '').join(' ')
    : `${spot.label} ${member.label}`
  return { ...spot, path: `${spot.path}/${member.key}`, label }
}

function compareMembers(
  of: shape.Shape,
  a: readonly Member[],
  b: readonly Member[],
  spot: Spot,
): Change[] {
  const find = (list: readonly Member[], key: string) => list.find((one) => one.key === key)
  const gone = a
    .filter((one) => !find(b, one.key))
    .map((one) => removed(memberSpot(spot, one), written(of, one.value)))
  const rest = b.flatMap((one) => {
    const before = find(a, one.key)
    return before
      ? compare(of, before.value, one.value, memberSpot(spot, one))
      : [added(memberSpot(spot, one), written(of, one.value))]
  })
  return [...gone, ...rest, ...orderChange(a, b, spot)]
}

function orderChange(a: readonly Member[], b: readonly Member[], spot: Spot): Change[] {
  const common = (list: readonly Member[], other: readonly Member[]) =>
    list
      .filter((one) => other.some((two) => two.key === one.key))
      .map((one) => one.key)
      .join('、')
  const [before, after] = [common(a, b), common(b, a)]
  return before === after ? [] : [moved(spot, before, after)]
}

type Rows = readonly (readonly [unknown, unknown])[]

function compareTables(
  of: Extract<shape.ShapeData, { shape: 'table' }>,
  a: Rows,
  b: Rows,
  spot: Spot,
): Change[] {
  const keyed = (rows: Rows) =>
    new Map(
      rows.map(
        ([key, value]) => [meaningOf(of.key, key), { label: written(of.key, key), value }] as const,
      ),
    )
  const [before, after] = [keyed(a), keyed(b)]
  const gone = [...before]
    .filter(([key]) => !after.has(key))
    .map(([, row]) => removed(into(spot, row.label), written(of.of, row.value)))
  const rest = [...after].flatMap(([key, row]) => {
    const old = before.get(key)
    const at = into(spot, row.label)
    return old ? compare(of.of, old.value, row.value, at) : [added(at, written(of.of, row.value))]
  })
  return [...gone, ...rest]
}

function meaningOf(of: shape.Shape, value: unknown): string {
  return of.shape === 'either'
    ? meaningOf(of.of.find((one) => isOf(one, value)) ?? of, value)
    : meaning(of, value)
}

function compareRules(a: Rule, b: Rule, spot: Spot): Change[] {
  const kind = KINDS.values().find((one) => one.name === a.kind)
  if (!kind || a.kind !== b.kind)
    return [changed(spot, written({ shape: 'rule' }, a), written({ shape: 'rule' }, b))]
  const params = compare(kind.params, a.params, b.params, into(spot, kind.keyword))
  const modifiers = MODIFIERS.values().flatMap((modifier) => {
    const of = (rule: Rule) => rule.modifiers.find((one) => one.modifier === modifier.name)?.params
    return compareField(
      { keyword: modifier.keyword, of: modifier.params, presence: 'optional', doc: '' },
      of(a),
      of(b),
      into(spot, modifier.keyword),
    )
  })
  return [...params, ...modifiers]
}

/** What differs in meaning between two values of a shape. */
export function compare(of: shape.Shape, a: unknown, b: unknown, spot: Spot): Change[] {
  switch (of.shape) {
    case 'object':
      return compareObjects(of.fields, a as Values, b as Values, spot)
    case 'list':
      return compareLists(of.of, a as unknown[], b as unknown[], spot)
    case 'table':
      return compareTables(of, a as Rows, b as Rows, spot)
    case 'rule':
      return compareRules(a as Rule, b as Rule, spot)
    case 'either': {
      const inner = of.of.find((one) => isOf(one, a))
      if (inner && isOf(inner, b)) return compare(inner, a, b, spot)
      return [changed(spot, written(of, a), written(of, b))]
    }
    default:
      return meaning(of, a) === meaning(of, b)
        ? []
        : [changed(spot, written(of, a), written(of, b))]
  }
}
