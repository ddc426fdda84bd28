import { type Quantity, parseDay } from '@kaohe/engine'
import { lookAlike } from '../diagnostic/lookalike.ts'
import type { Mistake } from './mistake.ts'
import { quantityFrom } from './quantity.ts'
import { OPERATORS } from './words.ts'

interface Spanned {
  readonly from: number
  readonly to: number
}

export type Token = Spanned &
  (
    | { readonly is: 'number'; readonly quantity: Quantity }
    | { readonly is: 'name'; readonly text: string }
    | { readonly is: 'function'; readonly text: string }
    | { readonly is: 'word'; readonly text: string }
    | { readonly is: 'date'; readonly date: string }
    | { readonly is: 'operator'; readonly text: string }
    | { readonly is: 'not' }
    | { readonly is: 'open' | 'close' | 'comma' | 'end' }
  )

type Plain<T = Token> = T extends Spanned ? Omit<T, 'from' | 'to'> : never

const NUMBER = /^\d+(?:\.\d+)?(?:\/\d+)?(?:[%‰]|(?:(?![且或非])[\p{Script=Han}])+)?/u
const DATE = /^\d{4}-\d{2}-\d{2}(?!\d)/
const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*)?/
const QUOTED = /^(?:"[^"]*"|“[^”]*”|'[^']*')/u
const OPERATOR = /^(?:<=|>=|==|!=|并且|或者|[-+*/<>=≤≥≠×÷＋＜＞＝且或])/u
const HAN = /^(?:(?![且或非])\p{Script=Han})+/u
const PUNCTUATION: Readonly<Record<string, 'open' | 'close' | 'comma'>> = {
  '(': 'open',
  '（': 'open',
  ')': 'close',
  '）': 'close',
  ',': 'comma',
  '，': 'comma',
}

function plainToken(rest: string): { length: number; token: Plain } | undefined {
  const date = DATE.exec(rest)?.[0]
  if (date !== undefined) return { length: date.length, token: { is: 'date', date } }
  const number = NUMBER.exec(rest)?.[0]
  const quantity = number === undefined ? undefined : quantityFrom(number)
  if (number !== undefined && quantity)
    return { length: number.length, token: { is: 'number', quantity } }
  const name = NAME.exec(rest)?.[0]
  if (name !== undefined) return { length: name.length, token: { is: 'name', text: name } }
  const quoted = QUOTED.exec(rest)?.[0]
  if (quoted !== undefined)
    return { length: quoted.length, token: { is: 'word', text: quoted.slice(1, -1) } }
  const operator = OPERATOR.exec(rest)?.[0]
  if (operator !== undefined)
    return { length: operator.length, token: { is: 'operator', text: operator } }
  if (rest[0] === '非') return { length: 1, token: { is: 'not' } }
  const mark = PUNCTUATION[rest[0] as string]
  if (mark) return { length: 1, token: { is: mark } }
  const han = HAN.exec(rest)?.[0]
  return han === undefined
    ? undefined
    : { length: han.length, token: { is: 'function', text: han } }
}

function unreadableAt(text: string, at: number): Mistake {
  const character = String.fromCodePoint(text.codePointAt(at) as number)
  const like = lookAlike(character)
  const span = { from: at, to: at + character.length, found: character }
  if (!like)
    return {
      code: 'bad-token',
      ...span,
      expected: {
        zh: '编号、数、运算符或算法的名称',
        en: 'an id, a number, an operator or a function',
      },
    }
  return {
    code: 'look-alike',
    ...span,
    detail: { zh: like.name, en: like.english },
    expected: `“${like.plain}”`,
    nearest: like.plain,
  }
}

/** Splits an expression into tokens; what cannot be read is skipped and reported. */
export function tokens(text: string): {
  readonly tokens: readonly Token[]
  readonly mistakes: readonly Mistake[]
} {
  const found: Token[] = []
  const mistakes: Mistake[] = []
  let at = 0
  while (at < text.length) {
    const blank = /^[ \n\r\t]+/.exec(text.slice(at))?.[0].length ?? 0
    at += blank
    if (at >= text.length) break
    const next = plainToken(text.slice(at))
    if (next) found.push({ ...next.token, from: at, to: at + next.length })
    else mistakes.push(unreadableAt(text, at))
    at += next?.length ?? String.fromCodePoint(text.codePointAt(at) as number).length
  }
  found.push({ is: 'end', from: text.length, to: text.length })
  return {
    tokens: found,
    mistakes: [
      ...mistakes,
      ...found.flatMap((token) => [...minusMistake(text, token), ...dayMistake(token)]),
    ],
  }
}

function dayMistake(token: Token): Mistake[] {
  if (token.is !== 'date' || parseDay(token.date) !== undefined) return []
  const expected = { zh: '年-月-日，如 2023-12-31', en: 'a date, such as 2023-12-31' }
  return [{ code: 'no-such-day', from: token.from, to: token.to, found: token.date, expected }]
}

/** `a-b` is an id: a minus needs a space on both sides, or an operand in front of nothing. */
function minusMistake(text: string, token: Token): Mistake[] {
  if (token.is !== 'operator' || token.text !== '-') return []
  const before = text[token.from - 1]
  const spaced =
    before === undefined || /[\s(（,，]/.test(before) || /\s/.test(text[token.to] ?? ' ')
  return spaced
    ? []
    : [
        {
          code: 'bad-token',
          from: token.from,
          to: token.to,
          found: '-',
          expected: { zh: '减号两边有空格', en: 'spaces around a minus' },
          nearest: ' - ',
        },
      ]
}

export function operatorOf(token: Token) {
  return token.is === 'operator' ? OPERATORS[token.text] : undefined
}
