import { type Expr, namesIn, spansZero, vocabulary, walkExpr } from '@kaohe/engine'
import type { Check, Found } from '../finding.ts'
import { isExpr, isRule } from '../objects.ts'
import { say } from '../phrase.ts'
import type { RuleSite } from '../rules.ts'
import { silencesOf } from '../silence.ts'
import { type Site, attempt } from '../site.ts'

function exprsIn(value: unknown): readonly Expr[] {
  if (typeof value !== 'object' || value === null || isRule(value)) return []
  return isExpr(value) ? [value as Expr] : Object.values(value).flatMap(exprsIn)
}

function namesOf(e: Expr): ReadonlySet<string> {
  const { facts, events } = namesIn(e, vocabulary)
  const names = new Set([...facts, ...events])
  walkExpr(e, '', { expr: (one) => one.expr === 'attribute' && names.add(one.attribute) })
  return names
}

// The share of some answers in all of them: where nobody answered there are no ballots, which is
// another question than a divisor that somebody set to 0.
function isShare(left: Expr, right: Expr): boolean {
  const whole = namesOf(right)
  const part = [...namesOf(left)]
  return right.expr === 'binary' && right.op === 'add' && part.every((name) => whole.has(name))
}

// What a rule divides by in its arithmetic.
function divisorsIn({ params }: RuleSite): readonly Expr[] {
  const found: Expr[] = []
  const expr = (e: Expr) => {
    if (e.expr !== 'binary' || e.op !== 'divide') return
    if (!isShare(e.left, e.right)) found.push(e.right)
  }
  for (const e of exprsIn(params)) walkExpr(e, '', { expr })
  return found
}

// Conditions beside the rule, around it and inside its own 如果: who asks of a divisor there has said
// what becomes of zero.
function conditionsOf({ rule, params, around }: RuleSite): readonly Expr[] {
  const modifiers = [rule, ...around.map((one) => one.rule)].flatMap((one) => one.modifiers)
  const beside = modifiers.flatMap((one) => exprsIn(one.params))
  const inside: Expr[] = []
  const expr = (e: Expr) => {
    if (e.expr === 'choose') inside.push(e.when)
    if (e.expr === 'extreme') inside.push(e)
  }
  for (const e of exprsIn(params)) walkExpr(e, '', { expr })
  return [...beside, ...inside]
}

function isSettled(divisor: Expr, rule: RuleSite): boolean {
  const names = namesOf(divisor)
  return conditionsOf(rule).some((e) => [...namesOf(e)].some((name) => names.has(name)))
}

function nameOf(divisor: Expr, rule: RuleSite, { bench, scheme }: Site): string {
  const own = divisor.expr === 'attribute' ? divisor.attribute : undefined
  const named = scheme.attributes?.find(({ id }) => id === own)?.name
  return named ?? bench.say(divisor, rule.inner)
}

const OF_KINDS = ['分母为零', '目标为零', '上年为零']

// What a kind says of the zero it divides by itself; a division written in its 量 is not that.
function saidOfItsOwn({ kind, params }: RuleSite): string | undefined {
  const fields = kind.params.shape === 'object' ? Object.entries(kind.params.fields) : []
  const said = fields.find(
    ([name, { keyword }]) => OF_KINDS.includes(keyword) && params[name] !== undefined,
  )
  return said?.[1].keyword
}

const SETTLE_ARITHMETIC = say(
  '写数据的“最小”；真可能是0的，用“不适用”“前提”或“如果”写明那时怎样计',
  'the 最小 of the fact; where it may be 0, 不适用, 前提 or 如果 for that case',
)

function findingFor(rule: RuleSite, divisor: Expr, site: Site): Found | undefined {
  const told = attempt(() => {
    const { range } = site.bench.lineOf(divisor, rule.inner)
    return spansZero(range) ? nameOf(divisor, rule, site) : undefined
  })
  if (told === undefined || isSettled(divisor, rule)) return undefined
  const own = saidOfItsOwn(rule)
  const [zh, en] =
    own === undefined ? ['', ''] : [`“${own}”管不到算式里的除法。`, ` ${own} is not about it.`]
  return {
    path: `${rule.rule.path}/${rule.kind.keyword}`,
    clause: rule.item.clause,
    message: say(
      `“${rule.item.name}”要除以“${told}”，它可能是0；是0时怎样计没有写明。${zh}`,
      `“${rule.item.name}” divides by “${told}”, which may be 0; what then is not said.${en}`,
    ),
    settle: SETTLE_ARITHMETIC,
    counterexample: say(
      `${told}是0的单位，得几分算不出来`,
      `a unit whose ${told} is 0 cannot be given points`,
    ),
  }
}

// What a kind divides by that can be 0 for one unit alone: the base of 升降, what 相对 measures per head.
function ownDivisors({ kind, params }: RuleSite): readonly Expr[] {
  const lowest = kind.name === 'relative' && params['first'] === 'lowest'
  return [params['base'], params['heads'], lowest ? params['measure'] : undefined].flatMap(exprsIn)
}

const SETTLE_KEYWORD = say(
  '写数据的“最小”；真可能是0的，用“分母为零”“不适用”或“前提”写明那时怎样计',
  'the 最小 of the fact; where it may be 0, 分母为零, 不适用 or 前提 for that case',
)

// Kinds that divide by what is reported ask by 分母为零; a condition beside the rule says it as well.
function silent(site: Site): readonly Found[] {
  return silencesOf(site).flatMap(({ path, keyword, question, clause }) => {
    if (keyword !== '分母为零') return []
    const rule = site.rules.findLast((one) => path.startsWith(`${one.rule.path}/`))
    if (rule !== undefined && ownDivisors(rule).some((one) => isSettled(one, rule))) return []
    return [
      {
        path,
        clause,
        severity: 'error',
        settle: SETTLE_KEYWORD,
        message: say(
          `${question}；不写明“分母为零”就算不出确定的得分。`,
          'What a unit gets that has nothing to divide by is not said; its points stay undecided.',
        ),
        counterexample: say(
          '除以的数是0的单位，得零分、满分还是不适用，都说得过去',
          'a unit whose divisor is 0: zero, full, or not applicable?',
        ),
      },
    ]
  })
}

/**
 * A division by what may be 0, of which nothing says what becomes of it. Kinds with a keyword of
 * their own for it (按比例's 目标为零, 增长's 上年为零) ask by that.
 */
export const zeroDivisor: Check = {
  slug: 'zero-divisor',
  severity: 'warning',
  title: say('除数可能是0', 'A divisor that may be 0'),
  settle: say(
    '写数据的“最小”；真可能是0的，用“不适用”“前提”或“如果”写明那时怎样计；规则自己要除的（如“基准”），写“分母为零”',
    'the 最小 of the fact; where it may be 0, 不适用, 前提 or 如果 for that case; 分母为零 where the kind itself divides',
  ),
  *find(site) {
    yield* silent(site)
    for (const rule of site.rules) {
      const [found] = divisorsIn(rule).flatMap((one) => findingFor(rule, one, site) ?? [])
      if (found !== undefined) yield found
    }
  },
}
