import {
  type Interval,
  type Rational,
  exactly,
  formatRational,
  int,
  multiply,
} from '../number/index.ts'
import { sayRange } from '../kinds/parts/say-range.ts'
import { type Cut, PEERS, type Range, type Selection } from '../model/index.ts'
import type { Count } from './pool.ts'

/** `5` or `4至5`. */
export function sayCount([low, high]: Count): string {
  return low === high ? `${low}` : `${low}至${high}`
}

/** `名列第3`, or between which ranks. */
export function sayRank([best, worst]: Count): string {
  return best === worst ? `名列第${best}` : `名次在第${best}至第${worst}之间`
}

/** Among whom a consequence counts ranks, where that is said of it: `在同组中`. */
export function sayPeers(peers: Selection['peers']): string {
  const [word] = Object.entries(PEERS).find(([, one]) => one === peers) ?? []
  return word === undefined ? '' : `在${word}${peers === 'all' ? '单位' : ''}中`
}

export function sayShare(share: Rational): string {
  const percent = multiply(share, int(100))
  const text = formatRational(percent)
  return text.includes('/') ? formatRational(share) : `${text}%`
}

function saySize(cut: Cut): string {
  const parts = [
    ...(cut.number === undefined ? [] : [`${cut.number}名`]),
    ...(cut.share === undefined ? [] : [sayShare(cut.share)]),
  ]
  return parts.length === 0 ? '若干名' : parts.join('且')
}

/** `前20%为5名`. */
export function sayCut(cut: Cut, end: 'top' | 'bottom', size: Count): string {
  const name = `${end === 'top' ? '前' : '后'}${saySize(cut)}`
  return cut.share === undefined && cut.number !== undefined ? name : `${name}为${sayCount(size)}名`
}

/** `优秀名额5名（25个单位的20%）`; `base` says how many a share is a share of. */
export function sayQuota(grade: string, cut: Cut, size: Count, base: Count): string {
  const most = cut.number === undefined ? '' : `，最多${cut.number}名`
  const share =
    cut.share === undefined ? '' : `（${sayCount(base)}个单位的${sayShare(cut.share)}${most}）`
  return `${grade}名额${sayCount(size)}名${share}`
}

/** A range of points as it is written, each figure with its unit: `60分（含）—80分（不含）`. */
export function sayPointsRange(range: Range): string {
  const percent = [range.from, range.to].some((end) => end?.at.unit === '%')
  const text = range.text.replaceAll(/\d+(?:\.\d+)?(?![\d.分])/g, '$&分')
  return sayRange(percent ? range : { text })
}

/** `总分92.5分`, or between what it lies. */
export function sayTotal(total: Interval): string {
  const exact = exactly(total)
  if (exact !== undefined) return `总分${formatRational(exact)}分`
  const { lo, hi } = total
  if (lo === null) return hi === null ? '总分未定' : `总分不高于${formatRational(hi)}分`
  if (hi === null) return `总分不低于${formatRational(lo)}分`
  return `总分在${formatRational(lo)}至${formatRational(hi)}分之间`
}
