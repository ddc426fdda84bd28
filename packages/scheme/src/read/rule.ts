import type { Ask, Complaint, Expr, Kind, Modifier, Rule } from '@kaohe/engine'
import { nearestWord } from '../diagnostic/nearest.ts'
import { type Type, unitOfType } from '../expression/given.ts'
import { Typing } from '../expression/type.ts'
import type { Mapping, Pair, Source } from '../source/tree.ts'
import { KINDS, MODIFIERS } from '../vocabulary.ts'
import { duplicateKeys, notA } from './collection.ts'
import { type At, type Context, FAILED, report, scopeOf } from './context.ts'
import { listed } from './describe.ts'
import { inPlace, mendRule } from './mend-rule.ts'

/** Answers what a kind asks, and remembers whether it asked about something that was itself reported. */
class Asker implements Ask {
  doubtful = false
  readonly #context: Context

  constructor(context: Context) {
    this.#context = context
  }

  get full() {
    return this.#context.full
  }

  #type(e: Expr, event: string | undefined): Type {
    const type = new Typing(scopeOf({ ...this.#context, event })).of(e)
    if (type.is === 'unknown') this.doubtful = true
    return type
  }

  #ask(event: string | undefined): Ask {
    const unitOf = (e: Expr) => unitOfType(this.#type(e, event))
    const wordsOf = (e: Expr) => {
      const type = this.#type(e, event)
      return type.is === 'choice' ? type.words : undefined
    }
    return { full: this.full, unitOf, wordsOf, inEvent: (inner) => this.#ask(inner) }
  }

  unitOf(e: Expr): string {
    return this.#ask(this.#context.event).unitOf(e)
  }

  wordsOf(e: Expr): readonly string[] | undefined {
    return this.#ask(this.#context.event).wordsOf(e)
  }

  inEvent(event: string): Ask {
    return this.#ask(event)
  }
}

/** The nearest written place to a path inside params: the path itself, or what holds it. */
function placeAt(path: string, node: Source, context: Context) {
  for (let at = path; at !== ''; at = at.replace(/(?:\.[^.[\]]*|\[\d+\]|^[^.[\]]+)$/, '')) {
    const found = context.places.get(at)
    if (found) return found
  }
  return node
}

function complain(complaints: readonly Complaint[], node: Source, at: At, context: Context): void {
  for (const { path, found, expected } of complaints) {
    const inner = path === '' || path.startsWith('[') ? at.en + path : `${at.en}.${path}`
    report(context, at, {
      code: 'rule-mistake',
      at: placeAt(inner, node, context),
      found,
      expected,
    })
  }
}

type Checked = Pick<Kind, 'params' | 'check'> | Pick<Modifier, 'params' | 'check'>

function readParams(of: Checked, pair: Pair, at: At, context: Context): unknown {
  const place = { zh: `${at.zh}/${pair.key.text}`, en: `${at.en}.${pair.key.text}` }
  const params = context.read(of.params, pair.value, place, context)
  if (params === FAILED || !of.check) return params
  const before = context.problems.length
  const asker = new Asker(context)
  const complaints = of.check(params, asker)
  // Beside a declaration that could not be read, complaints about units and words would only confuse.
  if (asker.doubtful) return FAILED
  complain(complaints, pair.value, place, context)
  return context.problems.length === before ? params : FAILED
}

function oneKind(
  pairs: readonly Pair[],
  node: Mapping,
  at: At,
  context: Context,
): Pair | undefined {
  const kinds = pairs.filter((pair) => KINDS.has(pair.key.text))
  const [first, second] = kinds
  if (second) {
    report(context, at, {
      code: 'several-kinds',
      at: second.key,
      found: kinds.map((pair) => `“${pair.key.text}”`).join('、'),
      expected: {
        zh: '一种；几种合在一起用“合计”“就高”等',
        en: 'one; combine several with 合计 or 就高',
      },
    })
  } else if (!first && pairs.every((pair) => MODIFIERS.has(pair.key.text))) {
    report(context, at, {
      code: 'no-kind',
      at: { ...node, end: node.start + 1 },
      found: '',
      expected: listed([...KINDS.keys()], 40),
      nearest: undefined,
    })
  }
  return second ? undefined : first
}

const DOUBTFUL = new Set(['unknown-key', 'misplaced-key', 'missing-key'])

// A kind that had to be guessed at: where other words stand in it, it was another kind that was meant.
function readKind(kind: Kind, pair: Pair, node: Mapping, at: At, context: Context): unknown {
  const guessed = !node.pairs.some(({ key }) => key.text === pair.key.text)
  const attempt: Context = { ...context, problems: [] }
  const params = readParams(kind, inPlace(pair, kind, at, attempt), at, attempt)
  if (!guessed || !attempt.problems.some(({ code }) => DOUBTFUL.has(code)))
    context.problems.push(...attempt.problems)
  return params
}

/** Reads a rule: exactly one kind or combiner, and modifiers in the order in which they apply. */
export function readRule(node: Source, at: At, context: Context): unknown {
  if (node.is === 'scalar' && node.text !== '') {
    return report(context, at, {
      code: 'wrong-type',
      at: node,
      found: `“${node.text}”`,
      expected: {
        zh: '计分方式和它的内容，如“达标: {条件: …, 得: 5}”',
        en: 'a kind with its parameters',
      },
      nearest: nearestWord(node.text, KINDS.keys()),
    })
  }
  if (node.is !== 'mapping') return notA({ shape: 'rule' }, node, at, context)
  const before = context.problems.length
  duplicateKeys(node.pairs, at, context)
  const pairs = mendRule(node, at, context)
  const pair = oneKind(pairs, node, at, context)
  const kind = pair && KINDS.get(pair.key.text)
  const params = kind && readKind(kind, pair, node, at, context)
  const modifiers = [...MODIFIERS.values()].flatMap((modifier) => {
    const written = pairs.find((one) => one.key.text === modifier.keyword)
    return written
      ? [{ modifier: modifier.name, params: readParams(modifier, written, at, context) }]
      : []
  })
  if (context.problems.length > before || !kind) return FAILED
  return { kind: kind.name, params, modifiers, path: at.zh } satisfies Rule
}
