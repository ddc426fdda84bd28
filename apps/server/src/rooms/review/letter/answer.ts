import { type AnswerTyped, remarkLength } from '@kaohe/contract'
import { readTypedMark } from '@kaohe/intake'
import type { TypedAnswer } from '@kaohe/domain'
import type { Scheme } from '@kaohe/engine'
import { invalid } from '../../../http/problem.ts'
import type { PlannedField } from '../plan.ts'

interface Asked {
  readonly fields: readonly PlannedField[]
  /** The most signs of an opinion; null where the scheme sets no limit. */
  readonly remark: number | null
  readonly scheme: Scheme
  /** On paper something may be left blank, and then is missing. */
  readonly complete: boolean
}

type Fault = { pointer: string; message: string }

/** The limit of the source, where it has one. */
export function remarkOf(fields: readonly PlannedField[]): number | null {
  const limits = fields.flatMap(({ source }) => source?.remark ?? [])
  return limits.length === 0 ? null : Math.min(...limits)
}

function markOf(
  { judged }: PlannedField,
  typed: AnswerTyped['marks'],
  { scheme, complete }: Asked,
  faults: Fault[],
): TypedAnswer['marks'] {
  const at = typed.findIndex(({ item }) => item === judged.id)
  const { text = '', reason = null } = typed[at] ?? {}
  const read = readTypedMark(text, judged, scheme)
  const fault = (part: string, message: string): void =>
    void faults.push({ pointer: `/body/marks/${Math.max(at, 0)}/${part}`, message })
  if ('fault' in read) fault('text', read.fault)
  if ('blank' in read && complete) fault('text', `“${judged.name}”还没有打分`)
  if (judged.reasoned && !reason && !('blank' in read)) fault('reason', '方案要求打分必须写理由')
  if (!('value' in read)) return []
  return [{ item: judged.id, text: text.normalize('NFKC').trim(), reason: reason || null }]
}

/** An answer as the scheme takes it. @throws Stop 422 with every place that is wrong */
export function checkedAnswer(typed: AnswerTyped, asked: Asked): TypedAnswer {
  const { comment = '', suggestion = '' } = typed
  const faults: Fault[] = []
  const strange = typed.marks.findIndex(
    ({ item }) => !asked.fields.some(({ judged }) => judged.id === item),
  )
  if (strange >= 0)
    faults.push({ pointer: `/body/marks/${strange}/item`, message: '这份函没有问这一项' })
  const marks = asked.fields.flatMap((field) => markOf(field, typed.marks, asked, faults))
  const length = remarkLength(comment)
  if (asked.remark !== null && length > asked.remark)
    faults.push({
      pointer: '/body/comment',
      message: `意见最多 ${asked.remark} 字，现在 ${length} 字`,
    })
  if (faults.length > 0) throw invalid(faults)
  return { marks, comment, suggestion }
}
