import {
  type Item,
  type Rule,
  type Scheme,
  schemeShape,
  type shape,
  vocabulary,
} from '@kaohe/engine'

type Shape = shape.Shape
export type Fields = Readonly<Record<string, shape.Field>>
export type Values = Readonly<Record<string, unknown>>

/** Anything in a scheme that has keywords: the scheme itself, an item, a band, the params of a rule. */
export interface Thing {
  readonly path: string
  readonly fields: Fields
  readonly values: Values
  /** Its own clause, or that of what it stands in. */
  readonly clause: string | undefined
  readonly item: Item | undefined
}

type Visit = (thing: Thing) => void
interface Around {
  readonly clause: string | undefined
  readonly item: Item | undefined
  readonly visit: Visit
}

function nameOf(value: unknown, position: number): string {
  const id = (value as { readonly id?: unknown } | null)?.id
  return typeof id === 'string' ? id : String(position + 1)
}

function textOf(key: unknown): string {
  return typeof key === 'string' ? key : String((key as { readonly text?: string }).text)
}

export function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'kind' in value && 'modifiers' in value
}

export function isExpr(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'expr' in value
}

function walkRule(rule: Rule, around: Around): void {
  const kind = vocabulary.kinds.get(rule.kind)
  if (kind !== undefined) walk(kind.params, rule.params, `${rule.path}/${kind.keyword}`, around)
  for (const { modifier, params } of rule.modifiers) {
    const found = vocabulary.modifiers.get(modifier)
    if (found !== undefined) walk(found.params, params, `${rule.path}/${found.keyword}`, around)
  }
}

// A value does not say by which of the alternatives it was read; its own form tells.
function alternativeOf(shapes: readonly Shape[], value: unknown): Shape | undefined {
  if (isExpr(value) || isRule(value))
    return shapes.find(
      ({ shape: of }) => of === 'rule' || of === 'expression' || of === 'condition',
    )
  return Array.isArray(value)
    ? shapes.find(({ shape: of }) => of === 'list' || of === 'table')
    : shapes.find(({ shape: of }) => of === 'object')
}

function walkObject(fields: Fields, values: Values, path: string, around: Around): void {
  const clause = typeof values['clause'] === 'string' ? values['clause'] : around.clause
  around.visit({ path, fields, values, clause, item: around.item })
  for (const [name, field] of Object.entries(fields)) {
    const inner = path === '' ? field.keyword : `${path}/${field.keyword}`
    walk(field.of, values[name], inner, { ...around, clause })
  }
}

function walkList(of: Shape, list: readonly unknown[], path: string, around: Around): void {
  list.forEach((value, i) => {
    const item = path === '指标' ? (value as Item) : around.item
    walk(of, value, `${path}/${nameOf(value, i)}`, { ...around, item })
  })
}

function walk(of: Shape, value: unknown, path: string, around: Around): void {
  if (value === undefined || value === null) return
  switch (of.shape) {
    case 'rule':
      return walkRule(value as Rule, around)
    case 'list':
      return walkList(of.of, value as readonly unknown[], path, around)
    case 'table':
      return (value as readonly (readonly [unknown, unknown])[]).forEach(([key, inner]) =>
        walk(of.of, inner, `${path}/${textOf(key)}`, around),
      )
    case 'object':
      return walkObject(of.fields, value as Values, path, around)
    case 'either': {
      const found = typeof value === 'object' ? alternativeOf(of.of, value) : undefined
      return found === undefined ? undefined : walk(found, value, path, around)
    }
    default:
  }
}

/** Everything in a scheme that has keywords, from the outside inwards. */
export function thingsOf(scheme: Scheme): readonly Thing[] {
  const things: Thing[] = []
  const visit: Visit = (thing) => things.push(thing)
  walk(schemeShape, scheme, '', { clause: undefined, item: undefined, visit })
  return things
}
