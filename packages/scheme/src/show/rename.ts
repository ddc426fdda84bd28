import type { Expr } from '@kaohe/engine'
import type { To } from './names.ts'

/** Gives the name of an id of a kind, within an event when one is at hand. */
export type NameOf = (id: string, to: To, event?: string) => string

type Fold = Extract<Expr, { expr: 'fold' }>

function renamedFold(e: Fold, event: string | undefined, nameOf: NameOf): Fold {
  if (e.over.of === 'fact')
    return { ...e, over: { of: 'fact', fact: nameOf(e.over.fact, 'measure') } }
  if (e.over.of === 'each')
    return { ...e, over: { of: 'each', what: renamed(e.over.what, event, nameOf) } }
  const { event: own, attribute, where } = e.over
  const told = attribute === undefined ? undefined : nameOf(attribute, 'eventAttribute', own)
  return {
    ...e,
    over: {
      of: 'event',
      event: nameOf(own, 'event'),
      attribute: told,
      where: where && renamed(where, own, nameOf),
    },
  }
}

/** The same expression with names in the place of ids, for reading only. */
export function renamed(e: Expr, event: string | undefined, nameOf: NameOf): Expr {
  const inner = (one: Expr) => renamed(one, event, nameOf)
  switch (e.expr) {
    case 'fact':
      return { expr: 'fact', fact: nameOf(e.fact, 'measure', event) }
    case 'attribute':
      return { expr: 'attribute', attribute: nameOf(e.attribute, 'measure', event) }
    case 'fold':
      return renamedFold(e, event, nameOf)
    case 'unary':
      return { ...e, of: inner(e.of) }
    case 'binary':
      return { ...e, left: inner(e.left), right: inner(e.right) }
    case 'choose':
      return { ...e, when: inner(e.when), then: inner(e.then), otherwise: inner(e.otherwise) }
    case 'extreme':
      return { ...e, of: e.of.map(inner) }
    case 'due':
      return { ...e, step: nameOf(e.step, 'step') }
    case 'workdays':
      return { ...e, from: inner(e.from), to: inner(e.to) }
    default:
      return e
  }
}
