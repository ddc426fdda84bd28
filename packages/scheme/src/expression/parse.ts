import { type BinaryOp, negate } from '@kaohe/engine'
import { nearestWord } from '../diagnostic/nearest.ts'
import { type Mistake, type Parsed, isWrong, wrong } from './mistake.ts'
import type { Syntax } from './syntax.ts'
import { type Token, operatorOf, tokens } from './token.ts'
import { BINDING, FUNCTION_WORDS, NOT_BINDING, RESULTS } from './words.ts'

const DEEPEST = 100

/** Precedence climbing over tokens; the first mistake ends the parse. */
class Parser {
  readonly #tokens: readonly Token[]
  #at = 0
  #depth = 0

  constructor(list: readonly Token[]) {
    this.#tokens = list
  }

  get #next(): Token {
    return this.#tokens[Math.min(this.#at, this.#tokens.length - 1)] as Token
  }

  #take(): Token {
    const token = this.#next
    this.#at += 1
    return token
  }

  whole(): Parsed<Syntax> {
    const read = this.#binary(0)
    if (isWrong(read) || this.#next.is === 'end') return read
    const { from, to, is } = this.#next
    const code = is === 'close' ? 'unclosed-parenthesis' : 'bad-token'
    return wrong({
      code,
      from,
      to,
      found: this.#shown(this.#next),
      expected: { zh: '运算符，或到此为止', en: 'an operator or the end' },
    })
  }

  #shown(token: Token): string {
    if (token.is === 'number')
      return token.quantity.unit === undefined ? '数' : `…${token.quantity.unit}`
    if (token.is === 'date') return token.date
    if ('text' in token) return token.text
    return { open: '(', close: ')', comma: ',', end: '末尾', not: '非' }[token.is]
  }

  #binary(least: number): Parsed<Syntax> {
    this.#depth += 1
    const deep = this.#depth > DEEPEST
    let left = deep
      ? wrong({
          code: 'too-deep',
          from: this.#next.from,
          to: this.#next.to,
          found: String(DEEPEST),
        })
      : this.#unary()
    for (
      let op = operatorOf(this.#next);
      op !== undefined && BINDING[op] > least && !isWrong(left);
      op = operatorOf(this.#next)
    ) {
      left = this.#rightOf(left.value, op)
    }
    this.#depth -= 1
    return left
  }

  #rightOf(left: Syntax, op: BinaryOp): Parsed<Syntax> {
    const { from, to } = this.#take()
    const right = this.#binary(BINDING[op])
    if (isWrong(right)) return right
    const comparing = BINDING[op] === BINDING.less
    if (
      comparing &&
      left.is === 'binary' &&
      BINDING[left.op] === BINDING.less &&
      !this.#closed(left)
    ) {
      return wrong({
        code: 'bad-token',
        from,
        to,
        found: '连续比较',
        expected: { zh: '用“且”连接的两个比较', en: 'two comparisons joined by 且' },
      })
    }
    return {
      value: { is: 'binary', op, left, right: right.value, from: left.from, to: right.value.to },
    }
  }

  // A parenthesised comparison starts one character before its own first part.
  #closed(syntax: Syntax): boolean {
    return syntax.is === 'binary' && syntax.from < syntax.left.from
  }

  #unary(): Parsed<Syntax> {
    const token = this.#next
    if (token.is === 'not') return this.#prefix('not', NOT_BINDING)
    if (token.is === 'operator' && token.text === '-')
      return this.#prefix('negate', BINDING.multiply)
    return this.#primary()
  }

  #prefix(op: 'negate' | 'not', binding: number): Parsed<Syntax> {
    const { from, to } = this.#take()
    const after = this.#next
    if (op === 'negate' && after.is === 'number' && after.from === to) return this.#negative(from)
    const of = this.#binary(binding)
    return isWrong(of) ? of : { value: { is: 'unary', op, of: of.value, from, to: of.value.to } }
  }

  /** `-5` written together is a figure, `- 5` and `-(5)` are a figure negated. */
  #negative(from: number): Parsed<Syntax> {
    const { to, quantity } = this.#take() as Extract<Token, { is: 'number' }>
    return {
      value: { is: 'number', quantity: { ...quantity, value: negate(quantity.value) }, from, to },
    }
  }

  #primary(): Parsed<Syntax> {
    const token = this.#take()
    const { from, to } = token
    switch (token.is) {
      case 'number':
        return { value: { is: 'number', quantity: token.quantity, from, to } }
      case 'date':
        return { value: { is: 'date', date: token.date, from, to } }
      case 'name':
      case 'word':
        return { value: { is: token.is, text: token.text, from, to } }
      case 'open':
        return this.#group(token)
      case 'function':
        return this.#call(token)
      case 'end':
        return wrong({
          code: 'unfinished-expression',
          from,
          to,
          found: '',
          expected: { zh: '编号、数或算法', en: 'an id, a number or a function' },
        })
      default:
        return wrong({
          code: 'bad-token',
          from,
          to,
          found: this.#shown(token),
          expected: { zh: '编号、数或算法', en: 'an id, a number or a function' },
        })
    }
  }

  #group(open: Token): Parsed<Syntax> {
    const inner = this.#binary(0)
    if (isWrong(inner)) return inner
    const close = this.#take()
    if (close.is !== 'close') return this.#unclosed(open)
    return { value: { ...inner.value, from: open.from, to: close.to } }
  }

  #unclosed(open: Token): Parsed<Syntax> {
    return wrong({
      code: 'unclosed-parenthesis',
      from: open.from,
      to: open.to,
      found: '(',
      expected: '“)”',
    })
  }

  #call(name: Extract<Token, { is: 'function' }>): Parsed<Syntax> {
    const result = RESULTS[name.text]
    if (result !== undefined && this.#next.is !== 'open')
      return { value: { is: 'result', of: result, from: name.from, to: name.to } }
    if (!FUNCTION_WORDS.includes(name.text) || this.#next.is !== 'open')
      return wrong(strangeWord(name, this.#next))
    const open = this.#take()
    const list: Syntax[] = []
    for (;;) {
      const argument = this.#binary(0)
      if (isWrong(argument)) return argument
      list.push(argument.value)
      const after = this.#take()
      if (after.is === 'close')
        return {
          value: { is: 'call', name: name.text, arguments: list, from: name.from, to: after.to },
        }
      if (after.is !== 'comma') return this.#unclosed(open)
    }
  }
}

function strangeWord(word: Extract<Token, { is: 'function' }>, next: Token): Mistake {
  const { from, to, text } = word
  if (FUNCTION_WORDS.includes(text))
    return {
      code: 'wrong-arguments',
      from,
      to,
      found: text,
      expected: { zh: `“${text}(…)”`, en: `“${text}(…)”` },
    }
  if (next.is === 'open')
    return {
      code: 'unknown-function',
      from,
      to,
      found: text,
      expected: FUNCTION_WORDS.join('、'),
      nearest: nearestWord(text, FUNCTION_WORDS),
    }
  const truth = /^[是否有无真假]$/.test(text)
  return {
    code: 'unknown-name',
    from,
    to,
    found: text,
    expected: truth
      ? {
          zh: '是否类数据的编号，它自己就是条件，如 plan 或 非 plan，不写“= 是”',
          en: 'the id of a truth, which is a condition by itself: plan or 非 plan, not “= 是”',
        }
      : { zh: '数据的编号；选项的词要加引号', en: 'an id; words of a choice are quoted' },
  }
}

/** Reads an expression into its syntax, or says where it goes wrong. Never throws. */
export function parseSyntax(text: string): Parsed<Syntax> {
  const { tokens: list, mistakes } = tokens(text)
  return mistakes.length > 0 ? wrong(...mistakes) : new Parser(list).whole()
}
