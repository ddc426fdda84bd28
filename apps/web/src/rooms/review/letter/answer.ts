import type { AnswerTyped, Letter, LetterAnswer, MarkField } from '@kaohe/contract'
import type { Standing } from '../../../parts/refused.tsx'

/** What is being typed: marks and their reasons by item, and words. */
export interface Draft {
  readonly marks: Readonly<Record<string, string>>
  readonly reasons: Readonly<Record<string, string>>
  readonly comment: string
  readonly suggestion: string
}

export const EMPTY: Draft = { marks: {}, reasons: {}, comment: '', suggestion: '' }

export function asTyped(draft: Draft, fields: readonly MarkField[]): Required<AnswerTyped> {
  const marks = fields.map(({ id }) => ({
    item: id,
    text: draft.marks[id] ?? '',
    reason: draft.reasons[id] || null,
  }))
  return { marks, comment: draft.comment, suggestion: draft.suggestion }
}

export function asDraft({ marks, comment, suggestion }: LetterAnswer): Draft {
  return {
    marks: Object.fromEntries(marks.map(({ item, text }) => [item, text])),
    reasons: Object.fromEntries(marks.map(({ item, reason }) => [item, reason ?? ''])),
    comment,
    suggestion,
  }
}

/** Each mark and what was written, by its name. */
export function linesOf(
  fields: readonly MarkField[],
  draft: Draft,
): readonly { readonly name: string; readonly text: string }[] {
  return [
    ...fields.map(({ id, name, words }) => {
      const mark = draft.marks[id] ?? ''
      const reason = draft.reasons[id] ?? ''
      const unit = words.length > 0 || mark === '' ? '' : ' 分'
      return { name, text: mark === '' ? '没有打分' : `${mark}${unit}${reason && `（${reason}）`}` }
    }),
    { name: '评价意见', text: draft.comment || '没有写' },
    { name: '对考核工作的建议', text: draft.suggestion || '没有写' },
  ]
}

/** The same as one text, to be read beside another. */
export function sayAnswer(fields: readonly MarkField[], draft: Draft): string {
  return linesOf(fields, draft)
    .map(({ name, text }) => `${name}：${text}`)
    .join('\n')
}

/** How far a letter is, in one word. */
export function stateOf(letter: Letter, closed: boolean): string {
  if (letter.withdrawn !== null) return '已收回'
  if (letter.answeredAt !== null) return '已答复'
  if (closed) return '没有答复'
  if (letter.differs) return '两人录入不一致'
  if (letter.typed > 0) return '纸质已录一遍'
  return letter.issued === 0 ? '还没有发' : '等待答复'
}

const GONE = '没有这份函'

/** How far a letter is, for whoever came too late. */
export function sayLetter(standing: Standing): string {
  const letter = standing as Letter | null
  if (letter === null) return GONE
  return letter.withdrawn === null ? stateOf(letter, false) : `已收回：${letter.withdrawn}`
}

/** The same for whoever typed a sheet of paper: with what he typed of it himself before, if he did. */
export function sayPaper(fields: readonly MarkField[], standing: Standing): string {
  const letter = standing as (Letter & { readonly own: LetterAnswer | null }) | null
  if (letter === null) return GONE
  const { own, mine, typed } = letter
  if (own !== null) return `${sayLetter(letter)}，您录的是：\n${sayAnswer(fields, asDraft(own))}`
  const waits = typed === 1 && !mine && letter.answeredAt === null && letter.withdrawn === null
  return waits ? '另一个人已经录过一遍；您再录一遍，两遍一致才算' : sayLetter(letter)
}
