import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFacts } from '../src/index.ts'
import { book, EVENT_HEAD, EVENT_ROW, sheet, yearWith, readBook } from './support/base.ts'
import { scheme } from './support/scheme.ts'
import { guessNumeral, readNumeral, writeNumeral } from '../src/value/numeral.ts'

const GOOD = book(sheet('全年数据', yearWith({})), sheet('志愿服务活动', [EVENT_HEAD, EVENT_ROW]))
const RUNS = { numRuns: 300 }

// Taken whole or not at all, whatever comes.
function sound(bytes: Uint8Array, path: string): boolean {
  const { dataset, diagnostics } = readFacts([{ path, bytes }], scheme)
  const told = diagnostics.every((d) => d.message.length > 5 && d.file === path)
  return told && (dataset === undefined) === diagnostics.some((d) => d.severity === 'error')
}

describe('nothing crashes', () => {
  it('on bytes changed anywhere in a workbook', () => {
    const change = fc.array(fc.tuple(fc.nat(GOOD.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 8,
    })
    expect(
      fc.check(
        fc.property(change, (changes) => {
          const bytes = GOOD.slice()
          for (const [at, value] of changes) bytes[at] = value
          return sound(bytes, 'a.xlsx')
        }),
        RUNS,
      ),
    ).toMatchObject({ failed: false })
  })

  it('on workbooks cut anywhere', () => {
    expect(
      fc.check(
        fc.property(fc.nat(GOOD.length - 1), (length) => sound(GOOD.slice(0, length), 'a.xlsx')),
        RUNS,
      ),
    ).toMatchObject({ failed: false })
  })

  it('on any bytes and any text', () => {
    expect(
      fc.check(
        fc.property(
          fc.uint8Array({ maxLength: 300 }),
          fc.constantFrom('a.xlsx', 'b.csv', 'c.json'),
          (bytes, path) => sound(bytes, path),
        ),
        RUNS,
      ),
    ).toMatchObject({ failed: false })
    expect(
      fc.check(
        fc.property(fc.string({ maxLength: 200 }), (text) =>
          sound(new TextEncoder().encode(`单位,数据,值\n${text}`), '数据.csv'),
        ),
        RUNS,
      ),
    ).toMatchObject({ failed: false })
  })

  it('on any JSON', () => {
    expect(
      fc.check(
        fc.property(fc.json(), (text) => sound(new TextEncoder().encode(text), 'c.json')),
        RUNS,
      ),
    ).toMatchObject({ failed: false })
    const keys = fc.constantFrom(
      'units',
      'facts',
      'events',
      'reported',
      'pending',
      'history',
      'lineage',
      'previous',
      'id',
      'unit',
      'fact',
      'value',
      'date',
      'attributes',
    )
    const tree = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.jsonValue({ maxDepth: 0 }),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(keys, tie('any'), { maxKeys: 5 }),
      ),
    })).any
    expect(
      fc.check(
        fc.property(fc.dictionary(keys, tree), (value) =>
          sound(new TextEncoder().encode(JSON.stringify(value)), 'c.json'),
        ),
        RUNS,
      ),
    ).toMatchObject({ failed: false })
  })

  it('on any content of any cell', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.record({ percent: fc.double() }),
      fc.record({ date: fc.double() }),
      fc.record({ formula: fc.string(), value: fc.double() }),
      fc.constantFrom('约30', '１２', '#REF!', '三十', '2023年2月30日'),
    )
    const clean = (text: string): string =>
      text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/g, '')
    expect(
      fc.check(
        fc.property(fc.constantFrom(...'CDEFGHIJK'), cell, (letter, content) => {
          const safe =
            typeof content === 'string'
              ? clean(content)
              : typeof content === 'object' && 'formula' in content
                ? { ...content, formula: clean(content.formula) }
                : content
          const { dataset, diagnostics } = readBook(
            book(sheet('全年数据', yearWith({ [letter]: safe }))),
          )
          expect(dataset === undefined).toBe(diagnostics.some((d) => d.severity === 'error'))
        }),
        RUNS,
      ),
    ).toMatchObject({ failed: false })
  })
})

describe('Chinese numerals', () => {
  it('reads what it writes', () => {
    expect(
      fc.check(
        fc.property(
          fc.integer({ min: 0, max: 999_999_999_999 }),
          (n) => readNumeral(writeNumeral(n)) === n,
        ),
        { numRuns: 1000 },
      ),
    ).toMatchObject({ failed: false })
  })

  it.each([
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['一百零五', 105],
    ['一百一十', 110],
    ['两千', 2000],
    ['一万二千三百零五', 12305],
    ['三亿零五', 300000005],
    ['壹佰贰拾叁', 123],
    ['〇', 0],
  ])('%s is %d', (text, value) => {
    expect(readNumeral(text)).toBe(value)
  })

  it.each(['一百五', '二三', '十十', '一百零', '零五', '三千百', '百', '万'])(
    '%s is not well formed',
    (text) => {
      expect(readNumeral(text)).toBeUndefined()
      expect(guessNumeral(text)).toBeTypeOf('number')
    },
  )
})
