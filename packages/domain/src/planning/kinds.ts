import type { Level, Scheme } from '@kaohe/engine'

/** What the organiser says of a kind of unit: as what such units are assessed, and on which level they stand. */
export interface KindSaid {
  /** A kind of assessee of the scheme; null when they are not assessed. */
  readonly type: string | null
  /** A level of the scheme; null for none; absent when their name is to say it. */
  readonly level?: string | null
}

/** What was said of the kinds of unit of a tree, by their names. */
export type KindsSaid = Readonly<Record<string, KindSaid>>

const ASIDE = /（([^）]*)）|\(([^)]*)\)/g

const plain = (name: string): string => name.replaceAll(ASIDE, '').trim()

/** `旗县（市、区）` is also 市 and 区. */
const others = (name: string): string[] =>
  [...name.matchAll(ASIDE)].flatMap(([, full, half]) => (full ?? half ?? '').split(/[、，,/]/))

// The one of that very name, else the only one whose name the kind's contains (`旗县团委` for `旗县（市、区）`).
function named<T extends { readonly name: string }>(
  all: readonly T[],
  kind: string,
): T | undefined {
  const said = plain(kind)
  const contains = (part: string): boolean => part !== '' && said.includes(part)
  const same = all.find(({ name }) => name === kind || plain(name) === said)
  if (same !== undefined) return same
  const whole = all.filter(({ name }) => contains(plain(name)))
  const alike = whole.length > 0 ? whole : all.filter(({ name }) => others(name).some(contains))
  return alike.length === 1 ? alike[0] : undefined
}

/**
 * The level of a scheme's tree on which units of a kind stand: as the organiser said it, else the one whose
 * name the kind's equals or contains; undefined when nothing says it.
 */
export function levelOfKind(
  { levels = [] }: Pick<Scheme, 'levels'>,
  kind: string,
  said: KindsSaid = {},
): Level | undefined {
  const level = said[kind]?.level
  return level === undefined ? named(levels, kind) : levels.find(({ id }) => id === level)
}

/**
 * As what units of a kind are assessed unless the organiser says otherwise: the kind of assessee of that name,
 * else the only one that stands on their level; null when the names do not say it.
 */
export function typeOfKind(
  scheme: Pick<Scheme, 'levels' | 'assessees'>,
  kind: string,
): string | null {
  const same = named(scheme.assessees, kind)
  if (same !== undefined) return same.id
  const level = levelOfKind(scheme, kind)?.id
  const there = scheme.assessees.filter((one) => one.level !== undefined && one.level === level)
  return there.length === 1 ? there[0]!.id : null
}

/**
 * What hangs in the air of what was said: kinds that the tree does not have, kinds of assessee and levels that
 * the scheme does not have. Each in words, with the kind of unit that it is said of.
 * @param present the kinds of unit that there are
 */
export function danglingKinds(
  said: KindsSaid,
  { assessees, levels = [] }: Pick<Scheme, 'levels' | 'assessees'>,
  present: ReadonlySet<string>,
): { readonly kind: string; readonly message: string }[] {
  const [types, stands] = [assessees, levels].map((all) => new Set(all.map(({ id }) => id)))
  return Object.entries(said).flatMap(([kind, { type, level }]) => [
    ...(present.has(kind) ? [] : [{ kind, message: `下级里没有“${kind}”这种单位` }]),
    ...(type === null || types?.has(type)
      ? []
      : [{ kind, message: `“${kind}”对的是“${type}”，方案里没有这类考核对象` }]),
    ...(level === undefined || level === null || stands?.has(level)
      ? []
      : [{ kind, message: `“${kind}”对的是“${level}”，方案里没有这一级` }]),
  ])
}
