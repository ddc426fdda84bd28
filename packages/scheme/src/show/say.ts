import {
  type Expr,
  type Kind,
  type Modifier,
  type Range,
  type Rational,
  type Rule,
  type Scheme,
  type shape,
  formatRational,
} from '@kaohe/engine'
import { writeExpression } from '../expression/print.ts'
import { writeQuantity } from '../expression/quantity.ts'
import { writeRange } from '../expression/range.ts'
import { isOf } from '../print/fits.ts'
import { writeShare } from '../print/value.ts'
import { KINDS, MODIFIERS } from '../vocabulary.ts'
import { fill } from './fill.ts'
import { renamed } from './rename.ts'
import { LEADS, TEMPLATES } from './templates.ts'

type Named = { readonly id: string; readonly name: string }

/** `[90%, 95%)` as a person says it: 90%（含）—95%（不含）. */
function rangeInWords(range: Range): string {
  if (!/^[[(]/.test(range.text) || !range.from || !range.to) return writeRange(range)
  const [from, to] = [range.from, range.to].map(
    (end) => `${writeQuantity(end.at)}${end.inclusive ? '（含）' : '（不含）'}`,
  )
  return `${from}—${to}`
}

/** What every event has without declaring it. */
const OF_EVERY_EVENT: Readonly<Record<string, string>> = { date: '日期', ordinal: '第几次' }

/** Tells values in Chinese, with the names of what their ids stand for. */
export class Teller {
  readonly #names: ReadonlyMap<string, string>
  readonly #attributes: ReadonlyMap<string, string>

  constructor(scheme: Scheme) {
    const lists: (readonly Named[] | undefined)[] = [
      scheme.parties,
      scheme.levels,
      scheme.attributes,
      scheme.assessees,
      scheme.sources,
      scheme.categories,
      scheme.facts,
      scheme.events,
      scheme.items,
      scheme.calendar,
      scheme.grading?.grades,
    ]
    this.#names = new Map(
      lists.flatMap((list) => (list ?? []).map(({ id, name }) => [id, name] as const)),
    )
    const events = (scheme.events ?? []).flatMap((event) =>
      (event.attributes ?? []).map(({ id, name }) => [`${event.id}.${id}`, name] as const),
    )
    this.#attributes = new Map(events)
  }

  nameOf(id: string, event?: string): string {
    const attribute = event === undefined ? undefined : this.#attributes.get(`${event}.${id}`)
    return attribute ?? (event && OF_EVERY_EVENT[id]) ?? this.#names.get(id) ?? id
  }

  expression(e: Expr, event?: string): string {
    const written = writeExpression(renamed(e, event, (id, within) => this.nameOf(id, within)))
    return written
      .replaceAll('>=', '≥')
      .replaceAll('<=', '≤')
      .replaceAll(' * ', ' × ')
      .replaceAll(' / ', ' ÷ ')
      .replaceAll(/"([^"]*)"/g, '“$1”')
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
        return this.nameOf(value as string, event)
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
        return this.say(of.of.find((one) => isOf(one, value)) ?? { shape: 'text' }, value, event)
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
      .map(([name, field]) => `${field.keyword}${this.say(field.of, value[name], event)}`)
      .join('，')
  }

  // What has no sentence of its own is told by its keyword and what is written under it.
  #params({ name, keyword, params: of }: Kind | Modifier, params: unknown): string {
    const template = TEMPLATES[name]
    const event = (params as { readonly event?: string } | null)?.event
    if (of.shape !== 'object' || template === undefined)
      return (LEADS[name] ?? `${keyword}：`) + this.say(of, params, event)
    return fill(template, of.fields, params as Record<string, unknown>, (one, value) =>
      this.say(one, value, event),
    )
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
