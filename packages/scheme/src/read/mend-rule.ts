import type { Kind, shape } from '@kaohe/engine'
import type { Phrase } from '../diagnostic/diagnostic.ts'
import type { Mapping, Pair, Source } from '../source/tree.ts'
import { KINDS, MODIFIERS } from '../vocabulary.ts'
import { type At, type Context, report } from './context.ts'
import { mend } from './object.ts'

const WORDS = [...KINDS.keys(), ...MODIFIERS.keys()]

/** Words that notices use, and what the language calls it: several things, so that none is guessed at. */
const MEANT: Readonly<Record<string, Phrase>> = {
  扣分: {
    zh: '“每次”（每发生一次扣几分）、“减扣”（从满分扣起）或“达标”（没有达到扣几分）',
    en: '每次 (points lost each time), 减扣 (deductions from full) or 达标 (points lost when missed)',
  },
  加分: {
    zh: '“每次”（每发生一次加几分）、“分级”（按级别加分）或“达标”（达到加几分）',
    en: '每次 (points each time), 分级 (points by level) or 达标 (points when reached)',
  },
  得分: {
    zh: '“达标”（达到得几分）、“分段”（按范围得分）或“按比例”（按完成的比例得分）',
    en: '达标 (points when reached), 分段 (points by range) or 按比例 (in proportion)',
  },
  计分: {
    zh: '一种计分方式，如“达标”“分段”“每次”“打分”',
    en: 'a kind, such as 达标, 分段, 每次 or 打分',
  },
  评分: {
    zh: '“打分”（由人在范围内给分）、“档次”（由人选一档）或“评委”（许多张评分表）',
    en: '打分 (marks by people), 档次 (a step that people choose) or 评委 (many ballots)',
  },
}

type Fields = Readonly<Record<string, shape.Field>>

function fieldsOf(kind: Kind | undefined): Fields {
  return kind?.params.shape === 'object' ? kind.params.fields : {}
}

function misplaced(pair: Pair, expected: Phrase, at: At, context: Context): void {
  const { key } = pair
  report(context, at, { code: 'misplaced-key', at: key, found: key.text, expected })
}

/** The pairs of a rule with mistyped words put right, each told; so are parameters written beside the kind. */
export function mendRule(node: Mapping, at: At, context: Context): Pair[] {
  const kind = node.pairs.map((pair) => KINDS.get(pair.key.text)).find((one) => one !== undefined)
  const inside = new Set(Object.values(fieldsOf(kind)).map(({ keyword }) => keyword))
  const words = kind ? [kind.keyword, ...MODIFIERS.keys()] : WORDS
  return node.pairs.map((pair) => {
    const word = pair.key.text
    const meant = kind ? undefined : MEANT[word]
    if (WORDS.includes(word)) return pair
    if (meant !== undefined)
      report(context, at, { code: 'unknown-key', at: pair.key, found: word, expected: meant })
    else if (inside.has(word))
      misplaced(
        pair,
        {
          zh: `它写在“${kind?.keyword}”里面，再缩进一层`,
          en: `it belongs inside ${kind?.keyword}, one step further in`,
        },
        at,
        context,
      )
    else return mend(pair, words, at, context)
    return pair
  })
}

function ruleField(kind: Kind): shape.Field | undefined {
  return Object.values(fieldsOf(kind)).find(
    ({ of }) => of.shape === 'rule' || (of.shape === 'list' && of.of.shape === 'rule'),
  )
}

/** Rules written where a field for rules belongs, as they would stand in it. */
function wrapped(rules: readonly Pair[], field: shape.Field, value: Mapping): Pair[] {
  const [first] = rules
  if (first === undefined || value.pairs.some(({ key }) => key.text === field.keyword)) return []
  const all = rules.map((pair): Source => ({ ...value, pairs: [pair] }))
  const inner: Source =
    field.of.shape === 'list' ? { ...value, is: 'sequence', items: all } : (all[0] as Source)
  return [{ key: { ...first.key, text: field.keyword }, value: inner }]
}

/**
 * A kind with its parameters, without modifiers and rules that were written among them: each is told
 * where it belongs.
 */
export function inPlace(pair: Pair, kind: Kind, at: At, context: Context): Pair {
  const { value } = pair
  if (value.is !== 'mapping') return pair
  const known = new Set(Object.values(fieldsOf(kind)).map(({ keyword }) => keyword))
  const strange = value.pairs.filter(({ key }) => !known.has(key.text))
  const field = ruleField(kind)
  const modifiers = strange.filter(({ key }) => MODIFIERS.has(key.text))
  const rules = field ? strange.filter(({ key }) => KINDS.has(key.text)) : []
  for (const one of modifiers)
    misplaced(
      one,
      {
        zh: `它写在“${kind.keyword}”旁边，不写在里面，如 {${kind.keyword}: {…}, ${one.key.text}: …}`,
        en: `it belongs beside ${kind.keyword}, as in {${kind.keyword}: {…}, ${one.key.text}: …}`,
      },
      at,
      context,
    )
  for (const one of rules)
    misplaced(
      one,
      {
        zh: `它是一条规则，写在“${kind.keyword}”的“${field?.keyword}”里`,
        en: `it is a rule and belongs into ${field?.keyword} of ${kind.keyword}`,
      },
      at,
      context,
    )
  const pairs = value.pairs.filter((one) => !modifiers.includes(one) && !rules.includes(one))
  const mended = field ? wrapped(rules, field, value) : []
  return { ...pair, value: { ...value, pairs: [...pairs, ...mended] } }
}
