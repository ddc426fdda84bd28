import type { shape } from '@kaohe/engine'
import type { Pair, Scalar, Sequence, Source } from '../source/tree.ts'
import { memberName } from '../source/path.ts'
import { type At, type Context, FAILED, below, mark, report } from './context.ts'
import { expectation, shown } from './describe.ts'
import { positionAt } from '../source/origin.ts'

type ListShape = Extract<shape.ShapeData, { shape: 'list' }>
type TableShape = Extract<shape.ShapeData, { shape: 'table' }>
type EitherShape = Extract<shape.ShapeData, { shape: 'either' }>

/** A list where another shape was written, with the slips that look like a list. */
export function notA(of: shape.Shape, node: Source, at: At, context: Context): typeof FAILED {
  const keyword = at.zh.split('/').at(-1) ?? ''
  if (node.is === 'scalar' && node.text.trim() === '')
    return report(context, at, {
      code: 'empty-value',
      at: node,
      found: keyword,
      expected: expectation(of),
    })
  if (node.is === 'scalar' && /^[［【｛]/u.test(node.text.trim())) {
    const nearest = node.text
      .trim()
      .replace(/^[［【]/u, '[')
      .replace(/[］】]$/u, ']')
      .replace('｛', '{')
      .replace('｝', '}')
      .replaceAll(/[，、]/g, ', ')
    return report(context, at, { code: 'fullwidth-bracket', at: node, found: node.text, nearest })
  }
  return report(context, at, {
    code: 'wrong-type',
    at: node,
    found: shown(node),
    expected: expectation(of),
  })
}

function lineOf(node: Scalar): string {
  return String(positionAt(node.origin, node.start).line)
}

function idOf(node: Source): Scalar | undefined {
  const id =
    node.is === 'mapping' ? node.pairs.find((pair) => pair.key.text === '编号')?.value : undefined
  return id?.is === 'scalar' && id.text !== '' ? id : undefined
}

function hasIds(of: shape.Shape): boolean {
  return of.shape === 'object' && of.fields['id']?.of.shape === 'id'
}

function duplicateIds(list: Sequence, at: At, context: Context): void {
  const seen = new Map<string, Scalar>()
  for (const item of list.items) {
    const id = idOf(item)
    const first = id && seen.get(id.text)
    if (id && first)
      report(context, at, { code: 'duplicate-id', at: id, found: id.text, detail: lineOf(first) })
    else if (id) seen.set(id.text, id)
  }
}

function commaIn(item: Source): item is Scalar {
  return item.is === 'scalar' && item.inFlow && item.style === 'plain' && /[，、]/.test(item.text)
}

export function readList(of: ListShape, node: Source, at: At, context: Context): unknown {
  if (node.is !== 'sequence') return notA(of, node, at, context)
  if (node.items.length < of.least)
    return report(context, at, {
      code: 'wrong-type',
      at: node,
      found: { zh: `${node.items.length} 项`, en: `${node.items.length} members` },
      expected: { zh: `至少 ${of.least} 项`, en: `at least ${of.least}` },
    })
  if (hasIds(of.of)) duplicateIds(node, at, context)
  const values = node.items.map((item, i) => {
    if (commaIn(item))
      return report(context, at, {
        code: 'fullwidth-comma',
        at: item,
        found: item.text,
        nearest: item.text.replaceAll(/[，、]\s*/g, ', '),
      })
    return context.read(of.of, item, below(at, memberName(item, i), `[${i}]`), context)
  })
  return values.includes(FAILED) ? FAILED : values
}

/** Reports keys written twice in one mapping. */
export function duplicateKeys(pairs: readonly Pair[], at: At, context: Context): void {
  const seen = new Map<string, Scalar>()
  for (const { key } of pairs) {
    const first = seen.get(key.text)
    if (first)
      report(context, at, {
        code: 'duplicate-key',
        at: key,
        found: key.text,
        detail: lineOf(first),
      })
    else seen.set(key.text, key)
  }
}

export function readTable(of: TableShape, node: Source, at: At, context: Context): unknown {
  if (node.is !== 'mapping') return notA(of, node, at, context)
  if (node.pairs.length === 0)
    return report(context, at, {
      code: 'empty-value',
      at: node,
      found: at.zh.split('/').at(-1) ?? '',
      expected: expectation(of),
    })
  duplicateKeys(node.pairs, at, context)
  const rows = node.pairs.map((pair, i) => {
    const row = below(at, pair.key.text, `[${i}]`)
    const value = context.read(of.of, pair.value, row, context)
    const key = context.read(of.key, pair.key, row, context)
    mark(context, below(at, String(i + 1), `[${i}]`), pair.key)
    return key === FAILED || value === FAILED ? FAILED : ([key, value] as const)
  })
  return rows.includes(FAILED) ? FAILED : rows
}

/** How far into the text an attempt came before it failed: the attempt that came farthest was meant. */
function reached(context: Context): number {
  return Math.max(
    ...context.problems.map((problem) => (problem.code === 'wrong-type' ? -1 : problem.at.start)),
  )
}

/** The first shape that fits; where none does, the mistakes of the one that came farthest. */
export function readEither(of: EitherShape, node: Source, at: At, context: Context): unknown {
  const attempts: Context[] = []
  for (const one of of.of) {
    const attempt: Context = { ...context, problems: [] }
    const value = context.read(one, node, at, attempt)
    if (value !== FAILED && attempt.problems.length === 0) return value
    attempts.push(attempt)
  }
  const best = attempts.map(reached)
  const farthest = Math.max(...best)
  const only = best.filter((one) => one === farthest).length === 1 || node.is !== 'scalar'
  const named = attempts
    .flatMap((attempt) => attempt.problems)
    .find((problem) => problem.code === 'look-alike' || problem.code === 'fullwidth-quote')
  if (named) context.problems.push(named)
  else if (only) context.problems.push(...(attempts[best.indexOf(farthest)] as Context).problems)
  else
    report(context, at, {
      ...(attempts[0]?.problems[0] as Context['problems'][number]),
      expected: expectation(of),
    })
  return FAILED
}
