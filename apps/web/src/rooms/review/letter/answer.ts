import type { AnswerTyped, LetterAnswer, MarkField } from '@kaohe/contract'

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
