import { momentOf } from '../reporting/dues.ts'

/** Where an objection to a figure stands. */
export type ObjectionState = 'draft' | 'filed' | 'replied' | 'ruled' | 'withdrawn'

/** Upheld, upheld in part, or rejected. */
export type Ruling = 'upheld' | 'partly' | 'rejected'

/** What was released to a unit and may be objected to, as far as it was released. */
export interface Figures {
  readonly grade: string | null
  readonly total: string | null
  readonly rank: number | null
  readonly items:
    | readonly { readonly id: string; readonly name: string; readonly points: string }[]
    | null
}

/** One figure with its name and what it says. */
export interface Figure {
  readonly figure: string
  readonly name: string
  readonly says: string
}

const one = (figure: string, name: string, says: string | number | null): Figure[] =>
  says === null ? [] : [{ figure, name, says: `${says}` }]

/** The figures that a unit was told, each of which it may object to by itself; no other has a name here. */
export function figuresOf({ grade, total, rank, items }: Figures): Figure[] {
  return [
    ...one('grade', '等次', grade),
    ...one('total', '总分', total),
    ...one('rank', '名次', rank),
    ...(items ?? []).flatMap(({ id, name, points }) => one(`item:${id}`, name, points)),
  ]
}

/** The moment after which nobody objects any more: the end of the last day, in China. */
export function closesAt(until: string): string {
  return momentOf(until, '24:00')
}

interface Clocked {
  readonly state: ObjectionState
  /** The last day; null where no objection was opened. */
  readonly until: string | null
  /** The release is still the one that stands. */
  readonly stands: boolean
}

/** Why an objection may not be filed, in words for the unit; undefined when it may. */
export function refuseFiling({ state, until, stands }: Clocked, now: Date): string | undefined {
  if (state !== 'draft') return '这份申诉已经提出'
  if (!stands) return '已有新的反馈，请对新的结果提出'
  if (until === null) return '这次反馈没有安排申诉'
  if (now.getTime() >= Date.parse(closesAt(until)))
    return `申诉已于 ${until} 24:00（北京时间）截止，不再受理`
  return undefined
}

interface Replied {
  readonly state: ObjectionState
  readonly replied_by: string | null
}

/** Why a person may not rule on an objection; undefined when he may. */
export function refuseRuling({ state, replied_by: by }: Replied, person: string) {
  if (state === 'ruled') return '这份申诉已经裁定'
  if (state !== 'replied') return '组织部还没有答复，不能裁定'
  return by === person ? '答复的人不能自己裁定' : undefined
}
