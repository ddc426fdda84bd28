import { type Expr, type Range, formatRational } from '@kaohe/engine'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Measure,
  Resolver,
  type Scope,
  isWrong,
  parseRange,
  parseSyntax,
  quantityFrom,
  readExpression,
  writeExpression,
  writeQuantity,
  writeRange,
} from '../src/expression/index.ts'

type Named = readonly [string, Measure]
const number = (id: string, unit: string): Named => [
  id,
  { id, name: id, type: 'number', unit, words: [] },
]
const truth = (id: string): Named => [
  id,
  { id, name: id, type: 'truth', unit: undefined, words: [] },
]
const star: Named = [
  'star',
  { id: 'star', name: 'star', type: 'choice', unit: undefined, words: ['好', '差'] },
]
const scope: Scope = {
  facts: new Map([
    number('a', '次'),
    number('b-2', '次'),
    number('rate', '%'),
    truth('ok'),
    truth('done'),
    star,
  ]),
  attributes: new Map([number('members', '人')]),
  events: new Map([['trip', new Map([number('hours', '小时'), truth('late')])]]),
  items: new Set(),
  steps: new Set(['report']),
  event: undefined,
}

const figure = fc.oneof(
  fc.constantFrom<Expr>(
    { expr: 'fact', fact: 'a' },
    { expr: 'fact', fact: 'b-2' },
    {
      expr: 'fold',
      how: 'count',
      over: {
        of: 'event',
        event: 'trip',
        attribute: undefined,
        where: { expr: 'attribute', attribute: 'late' },
      },
    },
    {
      expr: 'workdays',
      from: { expr: 'due', step: 'report' },
      to: { expr: 'date', date: '2024-02-29' },
    },
    { expr: 'result', of: 'total' },
    {
      expr: 'fold',
      how: 'run',
      over: { of: 'each', what: { expr: 'unary', op: 'not', of: { expr: 'fact', fact: 'ok' } } },
    },
  ),
  fc.integer({ min: -9, max: 9 }).map(
    (n): Expr => ({
      expr: 'number',
      quantity: { value: { num: BigInt(n), den: 1n }, unit: '次' },
    }),
  ),
)

const { numeric, condition } = fc.letrec<{ numeric: Expr; condition: Expr }>((tie) => ({
  numeric: fc.oneof(
    { maxDepth: 4 },
    figure,
    fc.record({
      expr: fc.constant('binary' as const),
      op: fc.constantFrom(
        'add' as const,
        'subtract' as const,
        'multiply' as const,
        'divide' as const,
      ),
      left: tie('numeric'),
      right: tie('numeric'),
    }),
    fc.record({
      expr: fc.constant('unary' as const),
      op: fc.constantFrom('negate' as const, 'absolute' as const),
      of: tie('numeric'),
    }),
    fc.record({
      expr: fc.constant('extreme' as const),
      how: fc.constantFrom('least' as const, 'greatest' as const),
      of: fc.array(tie('numeric'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      expr: fc.constant('choose' as const),
      when: tie('condition'),
      then: tie('numeric'),
      otherwise: tie('numeric'),
    }),
  ) as fc.Arbitrary<Expr>,
  condition: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Expr>({ expr: 'fact', fact: 'ok' }, { expr: 'fact', fact: 'done' }),
    fc.record({
      expr: fc.constant('binary' as const),
      op: fc.constantFrom('and' as const, 'or' as const),
      left: tie('condition'),
      right: tie('condition'),
    }),
    fc.record({
      expr: fc.constant('unary' as const),
      op: fc.constant('not' as const),
      of: tie('condition'),
    }),
    fc.record({
      expr: fc.constant('binary' as const),
      op: fc.constantFrom(
        'less' as const,
        'atMost' as const,
        'more' as const,
        'atLeast' as const,
        'equals' as const,
        'differs' as const,
      ),
      left: tie('numeric'),
      right: tie('numeric'),
    }),
  ) as fc.Arbitrary<Expr>,
}))

describe('expressions', () => {
  it('read back as they were printed', () => {
    const roundTrip = (e: Expr) => {
      const syntax = parseSyntax(writeExpression(e))
      const read = isWrong(syntax) ? syntax : new Resolver(scope).expr(syntax.value)
      expect({ text: writeExpression(e), read }).toEqual({ text: writeExpression(e), read: e })
    }
    fc.assert(fc.property(fc.oneof(numeric, condition), roundTrip), { numRuns: 400 })
  })

  it.each([
    ['a+b-2', 'a + b-2'],
    ['a - b-2', 'a - b-2'],
    ['（a＋b-2）×2', '(a + b-2) * 2'],
    ['rate≥90%且非ok', 'rate >= 90% 且 非 ok'],
    ['ok 或 done 且 a>1', 'ok 或 done 且 a > 1'],
    ['(ok 或 done) 且 a>1', '(ok 或 done) 且 a > 1'],
    ['star=“好”', 'star = "好"'],
    ['如果（ok，1，2）> 1', '如果(ok, 1, 2) > 1'],
    ['次数(trip,late)>=2', '次数(trip, late) >= 2'],
    ['合计(trip.hours) ÷ 2', '合计(trip.hours) / 2'],
    ['-a', '-a'],
    ['a - -3', 'a - (-3)'],
    ['a / b-2 >= 50%', 'a / b-2 >= 50%'],
    ['rate - 5百分点 >= 90%', 'rate - 5百分点 >= 90%'],
    ['上年(a) < a', '上年(a) < a'],
    ['1/3 * a', '1/3 * a'],
  ])('%s is written %s', (text, written) => {
    const read = readExpression(text, scope, 'expression')
    expect('value' in read ? writeExpression(read.value) : read).toBe(written)
  })

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(readExpression(text, scope, 'condition')).toBeDefined()
      }),
      { numRuns: 500 },
    )
    const words = fc.array(
      fc.constantFrom(
        'a',
        '(',
        ')',
        ',',
        '次数',
        '非',
        '且',
        '-',
        '>=',
        '3次',
        '"好"',
        '如果',
        ' ',
        '.',
        '5%',
      ),
      { maxLength: 25 },
    )
    fc.assert(
      fc.property(words, (parts) => {
        expect(readExpression(parts.join(''), scope, 'condition')).toBeDefined()
      }),
      { numRuns: 1000 },
    )
  })

  it('points at the word that is wrong', () => {
    const read = readExpression('ok 且 rat > 5', scope, 'condition')
    expect(isWrong(read) && read.mistakes[0]).toMatchObject({
      code: 'unknown-name',
      from: 5,
      to: 8,
      nearest: 'rate',
    })
  })

  it.each([
    ['rate >= 3/5', 'missing-unit', '3/5', '60%'],
    ['rate >= 0.6', 'missing-unit', '0.6', '60%'],
    ['2万元 + 500元 > 1万元', 'unit-mismatch', '万元与元', '0.05万元'],
    ['500元 + 2万元 > 1元', 'unit-mismatch', '元与万元', '20000元'],
    ['members + 2次 > 1人', 'unit-mismatch', '人与次', undefined],
  ])('tells of a unit in %s as it is written, and what is near', (text, code, found, nearest) => {
    const read = readExpression(text, scope, 'condition')
    const [mistake] = isWrong(read) ? read.mistakes : []
    const said = typeof mistake?.found === 'object' ? mistake.found.zh : mistake?.found
    expect([mistake?.code, said, mistake?.nearest]).toEqual([code, found, nearest])
  })
})

function ends({ from, to }: Range): string {
  const one = (end: Range['from'], side: string) =>
    end
      ? `${side}${end.inclusive === undefined ? '?' : end.inclusive ? '=' : ''}${writeQuantity(end.at)}`
      : ''
  return `${one(from, '>')} ${one(to, '<')}`.trim()
}

describe('ranges', () => {
  it.each([
    ['不足100%', '<100%'],
    ['低于3次', '<3次'],
    ['少于5人', '<5人'],
    ['小于5', '<5'],
    ['未达90%', '<90%'],
    ['未达到90%', '<90%'],
    ['<5', '<5'],
    ['不满18岁', '<18岁'],
    ['超过5人', '>5人'],
    ['高于90%', '>90%'],
    ['大于5', '>5'],
    ['多于5人', '>5人'],
    ['>5', '>5'],
    ['不低于90%', '>=90%'],
    ['不少于30人', '>=30人'],
    ['达到100%', '>=100%'],
    ['至少3次', '>=3次'],
    ['120%及以上', '>=120%'],
    ['90分（含）以上', '>=90分'],
    ['≥90', '>=90'],
    ['>= 90分', '>=90分'],
    ['90分(含)以上', '>=90分'],
    ['不超过5人', '<=5人'],
    ['不高于5%', '<=5%'],
    ['至多2次', '<=2次'],
    ['5人及以下', '<=5人'],
    ['90分（含）以下', '<=90分'],
    ['≤5', '<=5'],
    ['3天及以内', '<=3天'],
    ['5人以上', '>?5人'],
    ['60分以下', '<?60分'],
    ['3天以内', '<?3天'],
    ['90分以上（含）', '>=90分'],
    ['90分以上（不含）', '>90分'],
    ['80分以下（不含本数）', '<80分'],
    ['80分（不含）以下', '<80分'],
    ['80%—90%', '>=80% <=90%'],
    ['80%-90%', '>=80% <=90%'],
    ['1至5人', '>=1人 <=5人'],
    ['80～90分', '>=80分 <=90分'],
    ['90—95%', '>=90% <=95%'],
    ['90分（含）—95分（不含）', '>=90分 <95分'],
    ['5人以上15人及以下', '>?5人 <=15人'],
    ['超过5人不足10人', '>5人 <10人'],
    ['不低于80%且不足90%', '>=80% <90%'],
    ['80分以上，不足90分', '>?80分 <90分'],
    ['[90%, 95%)', '>=90% <95%'],
    ['(3, 5]', '>3 <=5'],
    ['[1次，3次]', '>=1次 <=3次'],
    ['3次', '>=3次 <=3次'],
    ['0', '>=0 <=0'],
    ['=3次', '>=3次 <=3次'],
    ['恰好3次', '>=3次 <=3次'],
    ['-5', '>=-5 <=-5'],
    ['其他', ''],
    ['任意', ''],
    ['1/3', '>=1/3 <=1/3'],
    ['2.5‰及以上', '>=2.5‰'],
    ['5个百分点以上', '>?5百分点'],
  ])('%s means %s', (text, meaning) => {
    const read = parseRange(text)
    expect('value' in read ? ends(read.value) : read).toBe(meaning)
  })

  it('mean the same when written from their ends', () => {
    const figures = fc.tuple(
      fc.integer({ min: 0, max: 50 }),
      fc.integer({ min: 51, max: 99 }),
      fc.constantFrom('', '人', '%', '分'),
    )
    fc.assert(
      fc.property(
        figures,
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 0, max: 3 }),
        ([low, high, unit], a, b, sides) => {
          const at = (n: number) => quantityFrom(`${n}${unit}`)!
          const range: Range = {
            from: sides & 1 ? { at: at(low), inclusive: a } : undefined,
            to: sides & 2 ? { at: at(high), inclusive: b } : undefined,
            text: '',
          }
          const read = parseRange(writeRange(range))
          expect('value' in read && ends(read.value)).toBe(ends(range))
        },
      ),
    )
  })

  it('never throw', () => {
    const parts = fc.array(
      fc.constantFrom(
        '5',
        '人',
        '%',
        '以上',
        '以下',
        '及',
        '（含）',
        '—',
        '不足',
        '超过',
        '[',
        ')',
        ',',
        ' ',
        '且',
        '至',
        '1/0',
        '百分点',
      ),
      { maxLength: 10 },
    )
    fc.assert(
      fc.property(parts, (words) => {
        expect(parseRange(words.join(''))).toBeDefined()
      }),
      { numRuns: 2000 },
    )
  })
})

describe('quantities', () => {
  it('read back as they were written', () => {
    const unit = fc.constantFrom('', '人', '%', '百分点', '‰', '万元', '小时', '人/次', 'km')
    fc.assert(
      fc.property(
        fc.integer({ min: -9999, max: 9999 }),
        fc.integer({ min: 1, max: 60 }),
        unit,
        (num, den, of) => {
          const written = `${formatRational({ num: BigInt(num), den: 1n })}/${den}${of}`
          const read = quantityFrom(written)!
          expect(quantityFrom(writeQuantity(read))).toEqual(read)
        },
      ),
    )
  })

  it.each([
    '5以上',
    '三人',
    '5 人 次',
    '1OO',
    '5人左右',
    '约5人',
    '1,000人',
    '0x10',
    '1e5',
    '½',
    '５人',
  ])('%s is none', (text) => {
    const read = quantityFrom(text)
    expect(read === undefined || read.unit === '人次').toBe(true)
  })
})
