import {
  type Expr,
  type Kind,
  type Modifier,
  type Range,
  type Rational,
  type Rule,
  type Scheme,
  type shape,
  ONE,
  Scope,
  formatRational,
  sayExpr,
} from '@kaohe/engine'
import { writeQuantity } from '../expression/quantity.ts'
import { writeRange } from '../expression/range.ts'
import { isOf } from '../print/fits.ts'
import { writeShare } from '../print/value.ts'
import { KINDS, MODIFIERS } from '../vocabulary.ts'
import { fill } from './fill.ts'
import { Names, type To } from './names.ts'
import { LEADS, TEMPLATES } from './templates.ts'

/** `[90%, 95%)` as a person says it: 90%（含）—95%（不含）. */
function rangeInWords(range: Range): string {
  if (!/^[[(]/.test(range.text) || !range.from || !range.to) return writeRange(range)
  const [from, to] = [range.from, range.to].map(
    (end) => `${writeQuantity(end.at)}${end.inclusive ? '（含）' : '（不含）'}`,
  )
  return `${from}—${to}`
}

export type Fielded = shape.Shape & { readonly fields: Readonly<Record<string, shape.Field>> }

type Params = Readonly<Record<string, unknown>>

// Says itself what it is: 不封顶, and not 上限不封顶.
const UNBOUNDED = '不封顶'

/** Shares are told as such up to the whole; beyond it a figure says how many times. */
function sayTimes(value: Rational): string {
  return value.num > value.den ? formatRational(value) : writeShare(value)
}

/** Tells values in Chinese, with the names of what their ids stand for. */
export class Teller {
  readonly #names: Names
  readonly #scope: Scope

  constructor(scheme: Scheme) {
    this.#names = new Names(scheme)
    this.#scope = new Scope(scheme)
  }

  nameOf(id: string, to: To, event?: string): string {
    return this.#names.of(id, to, event)
  }

  expression(e: Expr, event?: string): string {
    return sayExpr(e, this.#scope, null, event)
  }

  /** A value of any shape; undefined when it is absent. */
  say(of: shape.Shape, value: unknown, event?: string): string {
    switch (of.shape) {
      case 'points':
        return `${formatRational(value as Rational)}分`
      case 'money':
        return `${formatRational(value as Rational)}元`
      case 'number':
        return formatRational(value as Rational)
      case 'share':
        return writeShare(value as Rational)
      case 'quantity':
        return writeQuantity(value as Parameters<typeof writeQuantity>[0])
      case 'range':
        return rangeInWords(value as Range)
      case 'expression':
      case 'condition':
        return this.expression(value as Expr, event)
      case 'reference':
        return this.nameOf(value as string, of.to, event)
      case 'flag':
        return value ? '是' : '否'
      case 'choice':
        return Object.entries(of.options).find(([, name]) => name === value)?.[0] ?? String(value)
      case 'rule':
        return this.rule(value as Rule)
      case 'list':
        return (value as unknown[])
          .map((one) => this.say(of.of, one, event))
          .join(of.of.shape === 'rule' ? '；' : '、')
      case 'table':
        return (value as [unknown, unknown][])
          .map(([key, one]) => `${this.say(of.key, key, event)} ${this.#cell(of.of, one, event)}`)
          .join('，')
      case 'object':
        return this.#fields(of.fields, value as Record<string, unknown>, event)
      case 'either':
        return this.#either(of.of, value, event)
      default:
        return String(value)
    }
  }

  #cell(of: shape.Shape, value: unknown, event: string | undefined): string {
    return Array.isArray(value) ? `（${this.say(of, value, event)}）` : this.say(of, value, event)
  }

  #fields(
    fields: Readonly<Record<string, shape.Field>>,
    value: Record<string, unknown>,
    event: string | undefined,
  ): string {
    const written = Object.entries(fields).filter(([name]) => value[name] !== undefined)
    return written
      .map(([name, field]) => {
        const said = this.say(field.of, value[name], event)
        return field.of.shape === 'table' ? said : `${field.keyword}${said}`
      })
      .join('，')
  }

  #either(all: readonly shape.Shape[], value: unknown, event: string | undefined): string {
    const shapes = all.map((one) => one.shape)
    if (shapes.includes('share') && shapes.includes('number')) return sayTimes(value as Rational)
    return this.say(all.find((one) => isOf(one, value)) ?? { shape: 'text' }, value, event)
  }

  // 每次 of a measure counts by one of its own unit where no step is written.
  #stepped(params: Params): Params {
    const measure = params['measure'] as Expr | undefined
    if (measure === undefined || params['per'] !== undefined) return params
    const unit = measure.expr === 'fact' ? this.#names.unitOf(measure.fact) : undefined
    return { ...params, per: { value: ONE, unit } }
  }

  /** The values of an object told by the template of a name. */
  filled(name: string, of: Fielded, params: object, event?: string): string {
    const said = name === 'each' ? this.#stepped(params as Params) : (params as Params)
    const template = TEMPLATES[name === 'each' && said['per'] !== undefined ? 'each-step' : name]
    return fill(template ?? '', of.fields, said, (one, value) => this.say(one, value, event))
  }

  // What has no sentence of its own is told by its keyword and what is written under it.
  #params({ name, keyword, params: of }: Kind | Modifier, params: unknown): string {
    const event = (params as { readonly event?: string } | null)?.event
    const shaped = of.shape === 'either' ? (of.of.find((one) => isOf(one, params)) ?? of) : of
    if (shaped.shape === 'object' && TEMPLATES[name] !== undefined)
      return this.filled(name, shaped, params as object, event)
    const said = this.say(of, params, event)
    return said === UNBOUNDED ? said : (LEADS[name] ?? `${keyword}：`) + said
  }

  /** A rule in one sentence. */
  rule(rule: Rule): string {
    const kind = KINDS.values().find((one) => one.name === rule.kind)
    const told = kind ? this.#params(kind, rule.params) : rule.kind
    const around = rule.modifiers.map(({ modifier, params }) => {
      const known = MODIFIERS.values().find((one) => one.name === modifier)
      return known ? this.#params(known, params) : modifier
    })
    return [told, ...around].join('；')
  }
}
