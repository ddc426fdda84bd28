import type { Problem } from '../diagnostic/diagnostic.ts'
import type { Names } from './names.ts'

const KINDS = [
  ['fact', '数据'],
  ['attribute', '单位属性'],
  ['event', '事件'],
] as const

/** Ids of facts, attributes and events meet in expressions, so one id may only be one of them. */
export function sharedIds(names: Names): Problem[] {
  const seen = new Map<string, string>()
  return KINDS.flatMap(([namespace, word]) =>
    [...(names.ids[namespace] ?? [])].flatMap(([id, at]) => {
      const first = seen.get(id)
      seen.set(id, first ?? word)
      return first === undefined
        ? []
        : [
            {
              code: 'shared-id' as const,
              at,
              found: id,
              detail: first,
              expected: word,
              path: `${word}/${id}`,
            },
          ]
    }),
  )
}
