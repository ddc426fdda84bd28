import type { shape } from '@kaohe/engine'

function has(value: unknown, ...names: string[]): boolean {
  return typeof value === 'object' && value !== null && names.every((name) => name in value)
}

function isRow(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2
}

function isObjectOf(of: Extract<shape.ShapeData, { shape: 'object' }>, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const written = Object.entries(value).filter(([, one]) => one !== undefined)
  const required = Object.entries(of.fields).filter(([, field]) => field.presence === 'required')
  return (
    written.every(([name]) => name in of.fields) &&
    required.every(([name]) => (value as Record<string, unknown>)[name] !== undefined)
  )
}

/** Whether a value that was read is of a shape: how an `either` knows which alternative it holds. */
export function isOf(of: shape.Shape, value: unknown): boolean {
  switch (of.shape) {
    case 'flag':
      return typeof value === 'boolean'
    case 'count':
      return typeof value === 'number'
    case 'number':
    case 'points':
    case 'money':
    case 'share':
      return has(value, 'num', 'den')
    case 'quantity':
      return has(value, 'value', 'unit')
    case 'range':
      return has(value, 'from', 'to', 'text')
    case 'expression':
    case 'condition':
      return has(value, 'expr')
    case 'rule':
      return has(value, 'kind', 'params', 'modifiers')
    case 'choice':
      return Object.values(of.options).includes(value as string)
    case 'list':
      return Array.isArray(value) && value.every((one) => isOf(of.of, one))
    case 'table':
      return (
        Array.isArray(value) &&
        value.every(
          (row: unknown) =>
            isRow(row) && isOf(of.key, (row as unknown[])[0]) && isOf(of.of, (row as unknown[])[1]),
        )
      )
    case 'object':
      return isObjectOf(of, value)
    case 'either':
      return of.of.some((one) => isOf(one, value))
    default:
      return typeof value === 'string'
  }
}
