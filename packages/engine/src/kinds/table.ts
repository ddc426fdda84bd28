import { type Rational, multiply, int } from '../number/index.ts'
import {
  expression,
  object,
  optional,
  points as figures,
  required,
  table as tableShape,
} from '../shape/index.ts'
import { kind } from './kind.ts'
import { sayPoints } from './parts/amount.ts'
import { casesOf, checkKeys, type Key, key, lookUp, tellCases } from './parts/cases.ts'
import { checkSign, signOf } from './parts/effect.ts'
import { calledField, measured } from './parts/tell.ts'

const params = object({
  measure: required('量', expression, '所量的数，或一个选项'),
  called: calledField,
  gain: optional('得', tableShape(key, figures), '每种情况得几分'),
  loss: optional('扣', tableShape(key, figures), '每种情况扣几分'),
})

type Rows = readonly (readonly [Key, Rational])[]

/** count_lookup 次数对照表: points that are listed, not worked out. */
export const table = kind({
  name: 'table',
  keyword: '对照',
  summary: '按次数或选项查表计分。',
  params,
  examples: [
    '对照: {量: 次数(training), 得: {4次及以上: 3, 3次: 2.5, 其他: 0}}',
    '对照: {量: below-thirty, 扣: {0次: 0, 1次: 1, 2次: 2, 3次: 3}}',
    '对照: {量: star, 得: {五星: 10, 四星: 8, 其他: 0}}',
  ],
  lower(p, at) {
    const x = at.expr(p.measure)
    const sign = int(signOf(p))
    const rows = ((p.gain ?? p.loss ?? []) as Rows).map(
      ([of, value]) => [of, multiply(sign, value)] as const,
    )
    const cases = casesOf(at.wordsOf(p.measure), rows)
    const points = lookUp(at, x, cases, (value) => at.b.constant(value))
    const named = at.wordsOf(p.measure) !== undefined
    const said = tellCases(x, cases, ({ label, value }) =>
      named ? [`${label}，${sayPoints(value)}`] : [sayPoints(value)],
    )
    const told = named
      ? [`${p.called ?? at.say(p.measure)} `, said]
      : [...measured(at, p.measure, p.called), '，', said]
    return { points, told, parts: [] }
  },
  check(p, ask) {
    const name = p.gain === undefined ? 'loss' : 'gain'
    const keys = (p[name] ?? []).map(([of]) => of)
    return [...checkSign(p, ''), ...checkKeys(ask, p.measure, keys, name)]
  },
})
