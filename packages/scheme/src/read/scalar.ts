import { type Quantity, type Range, type Rational, type shape } from '@kaohe/engine'
import { plainOf } from '../diagnostic/lookalike.ts'
import { nearestWord } from '../diagnostic/nearest.ts'
import { parseDate } from '../expression/date.ts'
import { readExpression } from '../expression/expression.ts'
import { parseId } from '../expression/id.ts'
import { type Mistake, type Parsed, isWrong, lookAlikeIn, wrong } from '../expression/mistake.ts'
import {
  parseCount,
  parseMoney,
  parseNumber,
  parsePoints,
  parseQuantity,
  parseShare,
} from '../expression/quantity.ts'
import { parseSyntax } from '../expression/parse.ts'
import { parseRange } from '../expression/range.ts'
import { type Scalar, type Source, within } from '../source/tree.ts'
import { type At, type Context, FAILED, report, scopeOf } from './context.ts'
import { expectation, listed, shown } from './describe.ts'
import { readReference } from './reference.ts'

type ScalarShape = Exclude<
  shape.ShapeData['shape'],
  'list' | 'table' | 'object' | 'either' | 'rule'
>
type Reader = (text: string, of: shape.Shape, context: Context) => Parsed<unknown>

function parseFlag(text: string): Parsed<boolean> {
  if (text === '是' || text === '否') return { value: text === '是' }
  const yes = /^(?:true|yes|y|1|有|对|√)$/i.test(text)
  const no = /^(?:false|no|n|0|无|不|×)$/i.test(text)
  return wrong({
    code: 'unknown-word',
    from: 0,
    to: text.length,
    found: text,
    expected: { zh: '是或否', en: '是 or 否' },
    nearest: yes ? '是' : no ? '否' : undefined,
  })
}

/** Words that people write for a choice of the language. */
const MEANT: Readonly<Record<string, string>> = {
  百分比: '数值',
  百分数: '数值',
  数字: '数值',
  整数: '数值',
  小数: '数值',
  布尔: '是否',
  文本: '文字',
  每年: '全年',
  年度: '全年',
  月度: '每月',
  季度: '每季度',
  扣分项: '减分',
  加分项: '加分',
  基本项: '基本',
}

function meantBy(text: string, words: readonly string[]): string | undefined {
  const meant = MEANT[text]
  return meant !== undefined && words.includes(meant) ? meant : nearestWord(text, words)
}

function parseChoice(text: string, of: shape.Shape): Parsed<string> {
  const options = of.shape === 'choice' ? of.options : {}
  if (Object.hasOwn(options, text)) return { value: options[text] as string }
  const words = Object.keys(options)
  const like = lookAlikeIn(text)
  if (like && words.includes(plainOf(text))) return wrong(like)
  return wrong({
    code: 'unknown-word',
    from: 0,
    to: text.length,
    found: text,
    expected: listed(words, 30),
    nearest: meantBy(plainOf(text), words),
  })
}

// 以上 and 以下 mean what the scheme says once; without that they stay open.
function included(parsed: Parsed<Range>, inclusion: Context['inclusion']): Parsed<Range> {
  if (isWrong(parsed) || inclusion === undefined) return parsed
  const { from, to, text } = parsed.value
  const end = (of: Range['from'], inclusive: boolean) =>
    of === undefined ? undefined : { ...of, inclusive: of.inclusive ?? inclusive }
  return {
    value: { from: end(from, inclusion.above), to: end(to, inclusion.below), text },
  }
}

const READERS: Readonly<Record<ScalarShape, Reader>> = {
  text: (text) => ({ value: text }),
  id: (text) => parseId(text),
  flag: (text) => parseFlag(text),
  count: (text): Parsed<number> => parseCount(text),
  number: (text): Parsed<Rational> => parseNumber(text),
  points: (text): Parsed<Rational> => parsePoints(text),
  money: (text): Parsed<Rational> => parseMoney(text),
  share: (text): Parsed<Rational> => parseShare(text),
  quantity: (text): Parsed<Quantity> => parseQuantity(text),
  range: (text, _, { inclusion }) => included(parseRange(text), inclusion),
  date: (text) => parseDate(text),
  expression: (text, _, context) => readExpression(text, scopeOf(context), 'expression'),
  condition: (text, _, context) => readExpression(text, scopeOf(context), 'condition'),
  choice: parseChoice,
  reference: (text, of, context) =>
    readReference(text, of.shape === 'reference' ? of.to : 'fact', context),
}

const QUOTED = /^[“”‘’「].*[“”‘’」]$/u

function quoteMistake(text: string, of: shape.Shape, keyword: string): Mistake | undefined {
  // A name may stand in quotation marks, a unit of measure never does.
  const isText = of.shape === 'text' && keyword !== '单位'
  const free = isText || of.shape === 'expression' || of.shape === 'condition'
  if (free || !QUOTED.test(text)) return undefined
  return {
    code: 'fullwidth-quote',
    from: 0,
    to: text.length,
    found: text,
    nearest: text.slice(1, -1),
  }
}

/** Reports a mistake inside a scalar at the very characters that are wrong. */
export function reportMistakes(
  mistakes: readonly Mistake[],
  node: Scalar,
  lead: number,
  at: At,
  context: Context,
): typeof FAILED {
  for (const { from, to, ...rest } of mistakes)
    report(context, at, { ...rest, at: within(node, lead + from, lead + to) })
  return FAILED
}

/** Beside an event that nothing declares, its attributes cannot be judged: only the form is read. */
function inUnknownEvent(of: shape.Shape, context: Context): boolean {
  const expression = of.shape === 'expression' || of.shape === 'condition'
  return expression && context.event !== undefined && !context.names.events.has(context.event)
}

/** `[90%, 95%)` without quotes is a list to YAML. */
function unquoted(of: shape.Shape, node: Source): string | undefined {
  if (of.shape !== 'range' || node.is !== 'sequence') return undefined
  return `"${node.origin.text.slice(node.start, node.end).trim()}"`
}

function readText(
  of: shape.Shape,
  text: string,
  keyword: string,
  context: Context,
): Parsed<unknown> {
  const quote = quoteMistake(text, of, keyword)
  if (quote) return wrong(quote)
  if (!inUnknownEvent(of, context)) return READERS[of.shape as ScalarShape](text, of, context)
  const syntax = parseSyntax(text)
  return isWrong(syntax) ? syntax : wrong()
}

/** Reads a scalar of any simple shape. */
export function readScalar(of: shape.Shape, node: Source, at: At, context: Context): unknown {
  const expected = expectation(of)
  const range = unquoted(of, node)
  if (range)
    return report(context, at, {
      code: 'unquoted-value',
      at: node,
      found: range.slice(1, -1),
      nearest: range,
    })
  if (node.is !== 'scalar')
    return report(context, at, { code: 'wrong-type', at: node, found: shown(node), expected })
  const text = node.text.trim()
  const keyword = at.zh.split('/').at(-1) ?? ''
  if (text === '')
    return report(context, at, { code: 'empty-value', at: node, found: keyword, expected })
  const read = readText(of, text, keyword, context)
  if (!isWrong(read)) return read.value
  return reportMistakes(read.mistakes, node, node.text.indexOf(text), at, context)
}
