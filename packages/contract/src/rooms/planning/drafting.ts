import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'

/** What may stand at one place of a scheme file, as the language says it: plain data, to build forms of. */
export type Shape =
  | { readonly shape: 'reference'; readonly to: string }
  | { readonly shape: 'choice'; readonly words: readonly string[] }
  | { readonly shape: 'list'; readonly of: Shape }
  | { readonly shape: 'table'; readonly key: Shape; readonly of: Shape }
  | { readonly shape: 'object'; readonly fields: readonly ShapeField[] }
  | { readonly shape: 'either'; readonly of: readonly Shape[] }
  | { readonly shape: Plain }

/** Shapes that are written as one word or line. */
export type Plain =
  | 'text'
  | 'id'
  | 'flag'
  | 'count'
  | 'number'
  | 'points'
  | 'money'
  | 'share'
  | 'quantity'
  | 'range'
  | 'date'
  | 'expression'
  | 'condition'
  | 'rule'

export interface ShapeField {
  readonly keyword: string
  readonly presence: 'required' | 'optional' | 'open'
  readonly doc: string
  readonly of: Shape
}

const isShape = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'shape' in value
const Shape = z.custom<Shape>(isShape)

const Word = z.object({ keyword: z.string(), summary: z.string(), params: Shape })

export const readDraftingLanguage = endpoint({
  method: 'GET',
  path: '/drafting-language',
  summary: '起草指标、数据、事件和调查问题时可以写的词，网页用它组成表单',
  act: 'scheme.read',
  answer: z.object({
    item: Shape,
    survey: Shape,
    fact: Shape,
    event: Shape,
    /** Rules of one indicator, and those that put several together. */
    kinds: z.array(Word),
    /** What may stand beside the kind: a cap, a condition, a rounding. */
    modifiers: z.array(Word),
  }),
})
export type DraftingLanguage = z.infer<typeof readDraftingLanguage.answer>
