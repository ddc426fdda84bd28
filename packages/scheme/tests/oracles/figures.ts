/** Figures by name, so that hand, plain arithmetic and engine can be laid side by side. */
import { type Interval, type UnitResult, formatRational } from '@kaohe/engine'
import type { Expected } from './case-file.ts'

/** `指标 study` is `-2`, `总分` is `[0, 无界]`, `后果 recommend` is `是`. */
export type Figures = Readonly<Record<string, string>>

/** What stands where nothing exact is known. */
export const UNKNOWN = '?'

const MET = { yes: '是', no: '否', undecided: '待定' } as const
const PARTS: Readonly<Record<string, string>> = { base: '基本', bonus: '加分', penalty: '减分' }

function named(
  prefix: string,
  values: Readonly<Record<string, string | number>> | undefined,
): [string, string][] {
  return Object.entries(values ?? {}).map(([id, value]) => [`${prefix} ${id}`, String(value)])
}

/** What a case expects of one unit. */
export function expectedFigures(expected: Expected): Figures {
  const { 总分: total, 名次: rank, 缺: missing } = expected
  return Object.fromEntries([
    ...named('指标', expected.指标),
    ...named('部分', expected.部分),
    ...named('后果', expected.后果),
    ...(total === undefined ? [] : [['总分', String(total)]]),
    ...(rank === undefined ? [] : [['名次', String(rank)]]),
    ...(missing === undefined ? [] : [['缺', missing.toSorted().join()]]),
  ])
}

/** The same with ranges struck out: an oracle knows exact figures only. */
export function exactFigures(expected: Expected): Figures {
  const figures = Object.entries(expectedFigures(expected)).filter(([name]) => name !== '缺')
  return Object.fromEntries(
    figures.map(([name, value]) => [name, value.startsWith('[') ? UNKNOWN : value]),
  )
}

function rangeText({ lo, hi }: Interval): string {
  const [low, high] = [lo, hi].map((end) => (end === null ? '无界' : formatRational(end)))
  return lo !== null && low === high ? `${low}` : `[${low}, ${high}]`
}

/** Everything the engine says of one unit. */
export function engineFigures(result: UnitResult): Figures {
  return Object.fromEntries([
    ...result.items.map((i) => [`指标 ${i.id}`, rangeText(i.range)]),
    ...result.parts.map((p) => [`部分 ${PARTS[p.id] ?? p.id}`, rangeText(p.range)]),
    ...result.consequences.map((c) => [`后果 ${c.id}`, MET[c.met]]),
    ['总分', result.range === undefined ? UNKNOWN : rangeText(result.range)],
    ['名次', String(result.rank ?? UNKNOWN)],
    ['缺', [...new Set(result.missing.map((m) => m.id))].toSorted().join()],
  ])
}

/** The figures that `of` names, as `from` has them. */
export function sameNames(of: Figures, from: Figures): Figures {
  return Object.fromEntries(Object.keys(of).map((name) => [name, from[name] ?? UNKNOWN]))
}

/** A figure only where it is known. */
export function known(name: string, value: string | number | undefined): [string, string][] {
  return value === undefined ? [] : [[name, String(value)]]
}
