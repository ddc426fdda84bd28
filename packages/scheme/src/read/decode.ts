import type { shape } from '@kaohe/engine'
import { type Source, textUnder } from '../source/tree.ts'
import { readEither, readList, readTable } from './collection.ts'
import { type At, type Context, type Inclusion, mark } from './context.ts'
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

const INCLUSIONS: Readonly<Record<string, Inclusion>> = {
  含本数: { above: true, below: true },
  不含本数: { above: false, below: false },
  以上含以下不含: { above: true, below: false },
}

export function contextFor(root: Source, names: Names = collectNames(root)): Context {
  const inclusion = INCLUSIONS[textUnder(root, '以上以下') ?? '']
  return {
    names,
    event: undefined,
    full: undefined,
    inclusion,
    problems: [],
    places: new Map(),
    read,
  }
}
