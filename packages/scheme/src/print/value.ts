import {
  type Expr,
  type Quantity,
  type Range,
  type Rational,
  type Rule,
  type shape,
  decimalsOf,
  formatRational,
  multiply,
  ratio,
} from '@kaohe/engine'
import { writeExpression } from '../expression/print.ts'
import { writeQuantity } from '../expression/quantity.ts'
import { writeRange } from '../expression/range.ts'
import { KINDS, MODIFIERS } from '../vocabulary.ts'
import { isOf } from './fits.ts'
import type { Doc } from './layout.ts'
import { freeText, scalar } from './quote.ts'

/** A share as a percentage, or as a fraction where a percentage does not end. */
export function writeShare(value: Rational): string {
  const percent = multiply(value, ratio(100n))
  return decimalsOf(percent) === undefined ? formatRational(value) : `${formatRational(percent)}%`
}

function ruleDoc(rule: Rule): Doc {
  const kind = KINDS.values().find((one) => one.name === rule.kind)
  const modifiers = MODIFIERS.values().flatMap((modifier) => {
    const applied = rule.modifiers.find((one) => one.modifier === modifier.name)
    return applied ? [[modifier.keyword, docOf(modifier.params, applied.params)] as const] : []
  })
  return {
    map: [
      ...(kind ? [[kind.keyword, docOf(kind.params, rule.params)] as const] : []),
      ...modifiers,
    ],
  }
}

function objectDoc(
  of: Extract<shape.ShapeData, { shape: 'object' }>,
  value: Record<string, unknown>,
): Doc {
  const written = Object.entries(of.fields).filter(([name]) => value[name] !== undefined)
  return {
    map: written.map(([name, field]) => [field.keyword, docOf(field.of, value[name])] as const),
  }
}

function word(options: Readonly<Record<string, string>>, value: unknown): string {
  return Object.entries(options).find(([, name]) => name === value)?.[0] ?? String(value)
}

/** A value of a shape as it is written in a file. */
export function docOf(of: shape.Shape, value: unknown): Doc {
  switch (of.shape) {
    case 'text':
      return freeText(value as string)
    case 'flag':
      return value ? '是' : '否'
    case 'number':
    case 'points':
    case 'money':
      return formatRational(value as Rational)
    case 'share':
      return writeShare(value as Rational)
    case 'quantity':
      return scalar(writeQuantity(value as Quantity))
    case 'range':
      return scalar(writeRange(value as Range))
    case 'expression':
    case 'condition':
      return scalar(writeExpression(value as Expr))
    case 'choice':
      return scalar(word(of.options, value))
    case 'rule':
      return ruleDoc(value as Rule)
    case 'list':
      return { list: (value as unknown[]).map((one) => docOf(of.of, one)) }
    case 'table':
      return {
        map: (value as [unknown, unknown][]).map(
          ([key, one]) => [keyText(docOf(of.key, key)), docOf(of.of, one)] as const,
        ),
      }
    case 'object':
      return objectDoc(of, value as Record<string, unknown>)
    case 'either':
      return docOf(of.of.find((one) => isOf(one, value)) ?? { shape: 'text' }, value)
    default:
      return scalar(String(value))
  }
}

function keyText(doc: Doc): string {
  return typeof doc === 'string' ? doc : scalar('')
}
