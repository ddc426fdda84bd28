import type { Cell } from '@kaohe/contract'
import { day, moment } from '../../parts/when.ts'

/** A datum as it stands: unknown, zero and not applicable are never the same words. */
export function sayEntry({ entry }: Pick<Cell, 'entry'>): string {
  if (entry === null) return '未填'
  if (entry.state === 'inapplicable') return '不适用'
  return entry.state === 'blank' ? '空缺' : (entry.text ?? '')
}

/** `12 / 20 分`; what has no points is said in its own words. */
export function sayPoints(points: string, full: string | null): string {
  if (!/\d/.test(points)) return points
  return full === null ? `${points} 分` : `${points} / ${full} 分`
}

const MIDNIGHT = '00:00'

/** The last moment of something: midnight is said as the end of the day before it. */
export function sayDeadline(at: string): string {
  const said = moment(at)
  if (!said.endsWith(MIDNIGHT)) return said
  return `${day(new Date(Date.parse(at) - 1).toISOString())} 24:00`
}

const KILO = 1024

/** `3.2 MB` */
export function saySize(bytes: number): string {
  if (bytes < KILO * KILO) return `${Math.max(1, Math.round(bytes / KILO))} KB`
  return `${(bytes / KILO / KILO).toFixed(1)} MB`
}
