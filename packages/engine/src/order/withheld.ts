import { sayRange } from '../kinds/parts/say-range.ts'
import type { Cut } from '../model/index.ts'
import type { Count, Place } from './pool.ts'
import type { Seat } from './quota.ts'
import { sayPointsRange, sayQuota } from './say.ts'

/** A seat with how the entry stands in the order before people decided anything of it. */
export interface Seated {
  readonly seat: Seat
  readonly place: Place
  /** Whether people decided who goes first among those level on its cut. */
  readonly ordered: boolean
}

const known = ([low, high]: Count): boolean => low === high

const AROUND = { top: '前面', bottom: '后面' } as const

function around({ seat, place }: Seated): string {
  const [ahead] = place.ahead
  if (!known(place.ahead)) return ''
  return `${AROUND[seat.end]}${ahead === 0 ? '没有' : `有${ahead}个`}单位，`
}

const quotaOf = ({ seat: { grade, size, base } }: Seated): string =>
  size === undefined || grade.quota === undefined
    ? ''
    : sayQuota(grade.name, grade.quota, size, base)

// How many others stand level with an entry on the cut of a grade; 0 where it does not lie on it.
function levelOnCut({ seat: { places }, place: { ahead, notBehind } }: Seated): number {
  const settled = known(ahead) && known(notBehind) && known(places)
  const across = ahead[0] < places[0] && notBehind[0] >= places[0]
  return settled && across ? notBehind[0] - ahead[0] : 0
}

function sayTies(ties: Cut['ties'], ordered: boolean): string {
  if (ties === 'all-in') return '同分的都在内'
  if (ties === 'all-out') return '同分的都不在内'
  if (ties === undefined) return '同分的谁先谁后，原文没有写明'
  return ordered ? '同分的先后由会议定' : '同分的先后由会议定，还没有定'
}

function sayLevel(s: Seated, level: number): string {
  const ties = sayTies(s.seat.grade.quota?.ties, s.ordered)
  return `${around(s)}与另外${level}个单位同分，${quotaOf(s)}，名额不够，${ties}`
}

function sayOpen(s: Seated): string {
  const { size, pass, grade } = s.seat
  if (pass === 'undecided') return `是否达到${grade.name}的分数线待定`
  const unsaid = size !== undefined && !known(size) && grade.quota?.rounding === undefined
  if (unsaid && grade.quota?.share !== undefined) return `${quotaOf(s)}，怎样取整，原文没有写明`
  return `${quotaOf(s)}，名额够不够待定`
}

function lineOf({ seat: { grade } }: Seated): string {
  const lines = [
    ...(grade.line === undefined ? [] : [sayPointsRange(grade.line)]),
    ...(grade.ratio === undefined ? [] : [`满分的${sayRange(grade.ratio)}`]),
  ]
  return `${grade.name}（${lines.join('，')}）`
}

function sayFull(full: readonly Seated[]): string {
  const [first] = full
  const seats = full.map(quotaOf).join('、')
  const none = full.every(({ seat: { size } }) => size?.[1] === 0)
  return first === undefined ? '' : none ? seats : `${around(first)}${seats}，已满`
}

function sayTop(seats: readonly Seated[]): string[] {
  const withheld = seats.filter(({ seat }) => seat.reached !== 'yes')
  const short = withheld.filter(({ seat }) => seat.pass === 'no')
  const others = withheld.filter(({ seat }) => seat.pass !== 'no')
  const level = others.filter((s) => levelOnCut(s) > 0)
  const open = others.filter((s) => levelOnCut(s) === 0 && s.seat.reached === 'undecided')
  const full = others.filter((s) => levelOnCut(s) === 0 && s.seat.reached === 'no')
  return [
    ...(short.length === 0 ? [] : [`没有达到${short.map(lineOf).join('、')}的分数线`]),
    ...(full.length === 0 ? [] : [sayFull(full)]),
    ...level.map((s) => sayLevel(s, levelOnCut(s))),
    ...open.map(sayOpen),
  ]
}

// Of the grades that fill from the bottom the first that takes a unit is told, for it is what it has.
function sayBottom(seats: readonly Seated[]): string[] {
  const taken = seats.find(({ seat }) => seat.reached !== 'no')
  if (taken === undefined) return []
  const level = levelOnCut(taken)
  if (level > 0) return [sayLevel(taken, level)]
  return [taken.seat.reached === 'yes' ? `${around(taken)}${quotaOf(taken)}` : sayOpen(taken)]
}

/**
 * Why quotas keep a unit out of the grades above its own, or put it into one at the bottom: which lines
 * it does not reach, how many places there are and how many stand before it, who is level on a cut.
 */
export function sayWithheld(seats: readonly Seated[]): string[] {
  const top = seats.filter(({ seat }) => seat.end === 'top')
  const bottom = seats.filter(({ seat }) => seat.end === 'bottom')
  return [...sayTop(top), ...sayBottom(bottom)]
}
