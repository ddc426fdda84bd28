import type { shape } from '@kaohe/engine'
import type { Source } from '../source/tree.ts'
import { readEither, readList, readTable } from './collection.ts'
import { type At, type Context, mark } from './context.ts'
import { collectNames, type Names } from './names.ts'
import { readObject } from './object.ts'
import { readRule } from './rule.ts'
import { readScalar } from './scalar.ts'

/** Reads a node of any shape, or gives FAILED after reporting why. */
export function read(of: shape.Shape, node: Source, at: At, context: Context): unknown {
  mark(context, at, node)
  // Content of an edit: checked where it is put, not where it is written.
  if ((of.shape as string) === 'any') return node
  switch (of.shape) {
    case 'list':
      return readList(of, node, at, context)
    case 'table':
      return readTable(of, node, at, context)
    case 'object':
      return readObject(of, node, at, context)
    case 'either':
      return readEither(of, node, at, context)
    case 'rule':
      return readRule(node, at, context)
    default:
      return readScalar(of, node, at, context)
  }
}

export function contextFor(root: Source, names: Names = collectNames(root)): Context {
  return { names, event: undefined, full: undefined, problems: [], places: new Map(), read }
}
