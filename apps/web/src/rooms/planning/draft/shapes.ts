import type { Shape, ShapeField } from '@kaohe/contract'
import { isMap, isScalar, isSeq, type Node } from 'yaml'

const GROUPS = new Set<Shape['shape']>(['list', 'table', 'object', 'rule'])

/** Is it written as one word or line? */
export function isLine(of: Shape): boolean {
  return of.shape === 'either' ? of.of.every(isLine) : !GROUPS.has(of.shape)
}

/** Can what is written be of this shape, by how it is built? */
export function fits(of: Shape, node: Node): boolean {
  if (of.shape === 'either') return of.of.some((one) => fits(one, node))
  if (of.shape === 'list') return isSeq(node) && node.items.every((one) => fits(of.of, one as Node))
  if (of.shape === 'table')
    return isMap(node) && node.items.every(({ value }) => fits(of.of, value as Node))
  if (of.shape === 'object' || of.shape === 'rule') return isMap(node)
  return isScalar(node)
}

/** Which of several shapes something has; the first when nothing is written yet. */
export function chosen(of: readonly Shape[], node: Node | undefined): Shape | undefined {
  return node === undefined ? of[0] : of.find((one) => fits(one, node))
}

const MOST_COLUMNS = 5

/** The columns of a list whose members fit into a row of a table; undefined when they do not. */
export function columnsOf(of: Shape): readonly ShapeField[] | undefined {
  if (of.shape !== 'object' || of.fields.length > MOST_COLUMNS) return undefined
  return of.fields.every((field) => isLine(field.of)) ? of.fields : undefined
}

/** What can be chosen in one line besides what is written freely. */
export function wordsOf(of: Shape): readonly string[] {
  if (of.shape === 'choice') return of.words
  if (of.shape === 'flag') return ['是', '否']
  return of.shape === 'either' ? of.of.flatMap(wordsOf) : []
}

const SAMPLES: Partial<Record<Shape['shape'], string>> = {
  points: '如 5、2.5',
  share: '如 60%',
  quantity: '如 5人、10%',
  range: '如 不足60%、60%及以上',
  count: '如 3',
  number: '如 1.5',
  money: '如 2万元',
  expression: '如 done / planned',
  condition: '如 rate >= 60%',
  id: '小写字母、数字和 -',
}

/** How something of a shape is written, by example. */
export function sampleOf(of: Shape): string {
  const [first] = of.shape === 'either' ? of.of : [of]
  return (first && SAMPLES[first.shape]) ?? ''
}

/** A number of points with what stands for all of them, an expression with a range, and so on. */
export function isFree(of: Shape): boolean {
  return of.shape === 'either'
    ? of.of.some(isFree)
    : !['choice', 'flag', 'reference'].includes(of.shape)
}

export const isFormula = (of: Shape): boolean =>
  of.shape === 'either'
    ? of.of.some(isFormula)
    : of.shape === 'expression' || of.shape === 'condition'
