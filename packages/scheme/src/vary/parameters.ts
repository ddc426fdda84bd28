import { formatRational, multiply, parseRational, ratio, type Rational } from '@kaohe/engine'
import type { TrialChange } from '../readings/index.ts'
import type { Source } from '../source/tree.ts'

/** A figure of a scheme that can be varied: where it stands, and how it was written. */
export interface Parameter {
  /** As edits name places, for instance `评价方式/debrief/占比`. */
  readonly at: string
  readonly written: string
  readonly value: Rational
  readonly suffix: string
}

const VARIED = new Set([
  '占比',
  '得',
  '扣',
  '分值',
  '满分',
  '每项得',
  '每项扣',
  '每次扣',
  '每天扣',
  '低扣',
  '低加',
  '高扣',
  '高加',
  '达标得',
  '争取得',
  '未达标扣',
  '未达标得',
  '上限',
])
const FIGURE = /^(\d+(?:\.\d+)?(?:\/\d+)?)(%|分)?$/

function figure(text: string, at: string): Parameter[] {
  const match = FIGURE.exec(text)
  const value = match === null ? undefined : parseRational(match[1] ?? '')
  if (value === undefined || value.num === 0n) return []
  return [{ at, written: text, value, suffix: match?.[2] ?? '' }]
}

function nameOf(member: Source, position: number): string {
  const id =
    member.is === 'mapping' ? member.pairs.find((p) => p.key.text === '编号')?.value : undefined
  return id?.is === 'scalar' ? id.text : `${position + 1}`
}

// Under 得 or 扣 a table may stand, all of whose values are points.
function walk(node: Source, at: string, varied: boolean): Parameter[] {
  if (node.is === 'scalar') return varied ? figure(node.text, at) : []
  if (node.is === 'sequence')
    return node.items.flatMap((item, i) => walk(item, `${at}/${nameOf(item, i)}`, varied))
  return node.pairs.flatMap(({ key, value }) => {
    const below = at === '' ? key.text : `${at}/${key.text}`
    const table = varied && value.is === 'scalar'
    return walk(value, below, VARIED.has(key.text) || table || (varied && value.is === 'mapping'))
  })
}

/** The weights and points of a scheme, as they are written. */
export function parametersOf(document: Source): readonly Parameter[] {
  return walk(document, '', false).filter((p) => /^(指标|类别|评价方式|总分)\//.test(p.at))
}

const PERCENT = ratio(1n, 100n)

/** The parameter times a factor. */
export function scaled({ at, value, suffix }: Parameter, factor: Rational): TrialChange {
  const times = multiply(value, factor)
  const text = formatRational(times)
  if (!text.includes('/')) return { at, to: `"${text}${suffix}"` }
  // Fractions take no suffix: 1/3 of points is written as it is, and of a share as a part of one.
  return { at, to: `"${formatRational(suffix === '%' ? multiply(times, PERCENT) : times)}"` }
}
