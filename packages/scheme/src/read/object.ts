import { type Rational, eventShape, itemShape, type shape, windowShape } from '@kaohe/engine'
import { firstLookAlike, plainOf } from '../diagnostic/lookalike.ts'
import { nearestWord } from '../diagnostic/nearest.ts'
import { parseDate } from '../expression/date.ts'
import { isWrong } from '../expression/mistake.ts'
import { parsePoints } from '../expression/quantity.ts'
import { parseRange } from '../expression/range.ts'
import { type Mapping, type Pair, type Source, textUnder, under, within } from '../source/tree.ts'
import { duplicateKeys, notA } from './collection.ts'
import { type At, type Context, FAILED, below, report } from './context.ts'
import { listed } from './describe.ts'

type ObjectShape = Extract<shape.ShapeData, { shape: 'object' }>
type Fields = ObjectShape['fields']

/** The full score written in an indicator; a rule inside another speaks of the same one. */
function fullOf(node: Mapping): Rational | undefined {
  const written = textUnder(node, itemShape.fields.full.keyword)
  const points = written === undefined ? undefined : parsePoints(written)
  return points && !isWrong(points) ? points.value : undefined
}

/** Expressions inside an object that names an event speak of that event's attributes. */
function inside(fields: Fields, node: Mapping, context: Context): Context {
  const event = Object.values(fields).find(
    (field) => field.of.shape === 'reference' && field.of.to === 'event',
  )
  const named = event && textUnder(node, event.keyword)
  const own = fields === eventShape.fields ? textUnder(node, '编号') : undefined
  const full = fields === itemShape.fields ? fullOf(node) : context.full
  return { ...context, event: named ?? own ?? context.event, full }
}

/** A pair whose key had to be guessed, so that one slip does not also hide what stands under it. */
export function mend(pair: Pair, words: readonly string[], at: At, context: Context): Pair {
  const { key } = pair
  if (words.includes(key.text)) return pair
  const colon = key.text.indexOf('：')
  if (colon > 0 && words.includes(key.text.slice(0, colon))) {
    const word = key.text.slice(0, colon)
    report(context, at, {
      code: 'fullwidth-colon',
      at: within(key, colon, colon + 1),
      found: word,
      nearest: `${word}: `,
    })
    const rest = within(key, colon + 1, key.text.length)
    return {
      key: { ...key, text: word },
      value: { ...key, ...rest, text: key.text.slice(colon + 1).trim() },
    }
  }
  const plain = plainOf(key.text)
  const like = firstLookAlike(key.text)
  const free = words.filter((word) => word !== key.text)
  if (like && words.includes(plain)) {
    report(context, at, {
      code: 'look-alike',
      at: within(key, like.at, like.at + like.character.length),
      found: key.text,
      detail: { zh: like.name, en: like.english },
      nearest: plain,
    })
    return { ...pair, key: { ...key, text: plain } }
  }
  const nearest = nearestWord(plain, free)
  report(context, at, {
    code: 'unknown-key',
    at: key,
    found: key.text,
    expected: listed(words),
    nearest,
  })
  return nearest === undefined ? pair : { ...pair, key: { ...key, text: nearest } }
}

// `90%以上: 30` where a band is `{范围: 90%以上, 得: 30}`.
function asBand(pair: Pair, fields: Fields, at: At, context: Context): Pair[] {
  const [range, gain] = ['range', 'gain'].map((name) => fields[name])
  const { key, value } = pair
  const bare = range?.of.shape === 'range' && gain !== undefined && value.is === 'scalar'
  const known = Object.values(fields).some(({ keyword }) => keyword === key.text)
  if (!bare || known || isWrong(parseRange(key.text))) return [pair]
  const nearest = `{${range.keyword}: ${key.text}, ${gain.keyword}: ${value.text}}`
  report(context, at, {
    code: 'misplaced-key',
    at: key,
    found: key.text,
    expected: { zh: '范围要写在“范围”后面', en: `the range belongs after ${range.keyword}` },
    nearest,
  })
  return [
    { key: { ...key, text: range.keyword }, value: key },
    { key: { ...key, text: gain.keyword }, value },
  ]
}

function subject(at: At): string {
  return at.zh === '' ? '' : `“${at.zh}”`
}

function missing(
  fields: Fields,
  written: ReadonlySet<string>,
  node: Mapping,
  at: At,
  context: Context,
): void {
  for (const field of Object.values(fields)) {
    if (field.presence !== 'required' || written.has(field.keyword)) continue
    const found = { zh: subject(at) || '文件', en: subject(at) || 'the file' }
    report(context, at, {
      code: 'missing-key',
      at: { ...node, end: node.start + 1 },
      found,
      expected: field.keyword,
    })
  }
}

/** A stretch of days that ends before it begins. */
function reversed(of: ObjectShape, node: Mapping, at: At, context: Context): void {
  if (of.fields !== windowShape.fields) return
  const [from, to] = [windowShape.fields.from, windowShape.fields.to].map(({ keyword }) =>
    textUnder(node, keyword),
  )
  const days = [from, to].map((text) => (text === undefined ? undefined : parseDate(text)))
  if (from === undefined || to === undefined || to >= from || days.some((d) => d && isWrong(d)))
    return
  report(context, at, {
    code: 'reversed-window',
    at: under(node, windowShape.fields.to.keyword) ?? node,
    found: to,
    detail: from,
  })
}

/** Reads a mapping whose keywords are known; every property of the shape is present in the result. */
export function readObject(of: ObjectShape, node: Source, at: At, context: Context): unknown {
  if (node.is !== 'mapping') return notA(of, node, at, context)
  const before = context.problems.length
  duplicateKeys(node.pairs, at, context)
  const words = Object.values(of.fields).map((field) => field.keyword)
  const pairs = node.pairs
    .flatMap((pair) => asBand(pair, of.fields, at, context))
    .map((pair) => mend(pair, words, at, context))
  const mended: Mapping = { ...node, pairs }
  missing(of.fields, new Set(pairs.map((pair) => pair.key.text)), node, at, context)
  reversed(of, mended, at, context)
  const inner = inside(of.fields, mended, context)
  const entries = Object.entries(of.fields).map(([name, field]) => {
    const pair = pairs.find((one) => one.key.text === field.keyword)
    return [
      name,
      pair && context.read(field.of, pair.value, below(at, field.keyword, name), inner),
    ] as const
  })
  return context.problems.slice(before).some((problem) => problem.severity !== 'warning')
    ? FAILED
    : Object.fromEntries(entries)
}
