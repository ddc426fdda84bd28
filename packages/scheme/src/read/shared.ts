import type { Problem } from '../diagnostic/diagnostic.ts'
import { positionAt } from '../source/origin.ts'
import type { Scalar } from '../source/tree.ts'
import type { Names } from './names.ts'

const KINDS = [
  ['fact', '数据'],
  ['attribute', '单位属性'],
  ['event', '事件'],
  ['item', '指标'],
] as const

/** An item may be called like its event: an event never stands alone in an expression, a score always does. */
const APART: ReadonlySet<string> = new Set(['事件指标'])

type Seen = ReadonlyMap<string, { readonly word: string; readonly at: Scalar }>

/** The id with the fewest signs more that nothing else has yet. */
function freeNear(id: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const near = count === 1 ? `${id}-score` : `${id}-score-${count}`
    if (!taken.has(near)) return near
  }
}

function clash(
  id: string,
  at: Scalar,
  word: string,
  seen: Seen,
  taken: ReadonlySet<string>,
): Problem[] {
  const first = seen.get(id)
  if (first === undefined || APART.has(first.word + word)) return []
  const { line } = positionAt(first.at.origin, first.at.start)
  const problem: Problem = {
    code: 'shared-id',
    at,
    found: id,
    detail: { zh: `${first.word}（第 ${line} 行）`, en: `${first.word} (line ${line})` },
    expected: word,
    path: `${word}/${id}`,
    ...(word === '指标' ? { nearest: freeNear(id, taken) } : {}),
  }
  return [problem]
}

/** Ids of facts, attributes, events and items meet in expressions, so one id may only be one of them. */
export function sharedIds({ ids }: Names): Problem[] {
  const seen = new Map<string, { readonly word: string; readonly at: Scalar }>()
  const taken = new Set(KINDS.flatMap(([namespace]) => [...(ids[namespace] ?? new Map()).keys()]))
  return KINDS.flatMap(([namespace, word]) =>
    [...(ids[namespace] ?? [])].flatMap(([id, at]) => {
      const problems = clash(id, at, word, seen, taken)
      if (!seen.has(id)) seen.set(id, { word, at })
      return problems
    }),
  )
}
