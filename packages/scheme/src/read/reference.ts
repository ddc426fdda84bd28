import type { shape } from '@kaohe/engine'
import { nearestWord } from '../diagnostic/nearest.ts'
import { isId, parseId } from '../expression/id.ts'
import { type Parsed, isWrong, wrong } from '../expression/mistake.ts'
import { eventAttribute } from '../expression/scope.ts'
import { type Context, scopeOf } from './context.ts'
import { NAMESPACE_WORDS } from './names.ts'

function known(to: shape.Namespace, context: Context): Iterable<string> | undefined {
  if (to !== 'eventAttribute') return context.names.ids[to]?.keys()
  return context.event === undefined ? undefined : context.names.events.get(context.event)?.keys()
}

/** The namespace that does declare an id looked for in the wrong one. */
function elsewhere(id: string, context: Context): shape.Namespace | undefined {
  const found = Object.entries(context.names.ids).find(([, ids]) => ids.has(id))
  return found?.[0] as shape.Namespace | undefined
}

/** Reads an id that must have been declared in a namespace. */
export function readReference(text: string, to: shape.Namespace, context: Context): Parsed<string> {
  const declared = known(to, context)
  if (declared === undefined) return { value: text }
  const ids = new Set(declared)
  const extra =
    to === 'eventAttribute' &&
    context.event !== undefined &&
    eventAttribute(scopeOf(context), context.event, text)
  if (ids.has(text) || extra) return { value: text }
  const nearest = nearestWord(text, ids)
  const form = isId(text) ? undefined : parseId(text)
  if (form && isWrong(form) && form.mistakes[0]?.code === 'look-alike')
    return wrong({ ...form.mistakes[0], nearest: form.mistakes[0].nearest ?? nearest })
  const span = { from: 0, to: text.length, found: text, nearest }
  const word = NAMESPACE_WORDS[to]
  const other = elsewhere(text, context)
  if (other)
    return wrong({
      code: 'wrong-reference',
      ...span,
      detail: { zh: NAMESPACE_WORDS[other], en: other },
      expected: { zh: `${word}的编号`, en: `the id of a ${to}` },
    })
  return wrong({
    code: 'unknown-reference',
    ...span,
    detail: { zh: word, en: to },
    expected: [...ids].slice(0, 12).join('、'),
  })
}
