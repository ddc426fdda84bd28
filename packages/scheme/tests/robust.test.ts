import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ReadResult, readPriorities, readScheme, readSchemeFolder } from '../src/index.ts'
import { SOUND } from './broken/sound.ts'

type Answer = Pick<ReadResult, 'diagnostics'> & { readonly scheme?: unknown }

/** What is wrong with an answer to a text, whatever the text. */
function faultsOf(text: string, { scheme, diagnostics }: Answer): string[] {
  const lines = text.split('\n')
  const failed = diagnostics.some((one) => one.severity === 'error')
  const silent = (scheme === undefined) === failed ? [] : ['a scheme with errors, or none without']
  const misplaced = diagnostics.filter(({ line, column }) => {
    const written = lines[line - 1]
    return written === undefined || column < 1 || column > written.length + 1
  })
  const internal = diagnostics.filter((one) => one.code === 'internal')
  return [
    ...silent,
    ...[...misplaced, ...internal].map((one) => `${one.line}:${one.column} ${one.message}`),
  ]
}

const PIECES = [
  '\n',
  '  ',
  '- ',
  ': ',
  '：',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '，',
  '#',
  '&a',
  '*a',
  '!!x',
  '|',
  '>',
  '\t',
  '\u{3000}',
  '编号',
  '规则',
  '达标',
  '分段',
  '是',
  '5%',
  '---\n',
  '\u{feff}',
  '量',
  'rate',
  '?',
]

function mutate(text: string, edits: readonly (readonly [number, number, string])[]): string {
  return edits.reduce(
    (now, [at, length, put]) =>
      now.slice(0, at % now.length) + put + now.slice((at % now.length) + length),
    text,
  )
}

const edit = fc.tuple(
  fc.nat(SOUND.length),
  fc.nat(12),
  fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 4 })),
)

describe('never throws, never answers without saying why', () => {
  it('any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(faultsOf(text, readScheme(text))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('pieces of the language in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) => {
        expect(faultsOf(pieces.join(''), readScheme(pieces.join('')))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('a sound scheme with a few slips of the hand', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const text = mutate(SOUND, edits)
        expect(faultsOf(text, readScheme(text))).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('an anchor that breaks the words of a choice', () => {
    const text = SOUND.replace('选项: [区级', '&a选项: [区级')
    expect(text).not.toBe(SOUND)
    expect(faultsOf(text, readScheme(text))).toEqual([])
  })

  it('a sound scheme cut off anywhere', () => {
    for (let at = 1; at < SOUND.length; at += 37)
      expect(faultsOf(SOUND.slice(0, at), readScheme(SOUND.slice(0, at)))).toEqual([])
  })

  it('any readings, any plan', () => {
    const text = fc
      .array(
        fc.constantFrom(
          ...PIECES,
          '口径',
          '方案: town-2023\n',
          '选项',
          '位置: 指标/study\n',
          '改为',
        ),
        { maxLength: 40 },
      )
      .map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, (written) => {
        const read = () => [
          readSchemeFolder([
            { path: 'scheme.yaml', text: SOUND },
            { path: 'readings.yaml', text: written },
          ]),
          readPriorities(written),
        ]
        expect(read).not.toThrow()
      }),
      { numRuns: 200 },
    )
  })
})

describe('what a careless editor leaves behind', () => {
  it('Windows line ends and a byte order mark', () => {
    const { scheme, diagnostics } = readScheme(`\u{feff}${SOUND.replaceAll('\n', '\r\n')}`)
    expect(diagnostics.map((one) => [one.code, one.severity])).toEqual([
      ['byte-order-mark', 'warning'],
    ])
    expect(scheme).toBeDefined()
  })

  it('a byte order mark moves no column', () => {
    const [, second] = readScheme(
      `\u{feff}${SOUND.replace('方案: town-2023', '方按: town-2023')}`,
    ).diagnostics
    expect(second).toMatchObject({ code: 'unknown-key', line: 1, column: 1, nearest: '方案' })
  })

  it('a colon of full width in a sentence is no slip', () => {
    const { scheme } = readScheme(
      SOUND.replace('名称: 乡镇团委', '名称: 乡镇团委（附件：名单，见“附表”）'),
    )
    expect(scheme?.assessees[0]?.name).toBe('乡镇团委（附件：名单，见“附表”）')
  })

  it('many mistakes are told in one go, in the order of the file', () => {
    const text = SOUND.replace('名称: 办公室', '名秤: 办公室')
      .replace('起: 2023-01-01', '起: 2023-02-30')
      .replace('得: {区级', '得: {区县')
      .replace('trained > 30人', 'trianed > 30人')
    const { diagnostics } = readScheme(text)
    expect(diagnostics.map((one) => one.code)).toEqual([
      'no-such-day',
      'unknown-key',
      'rule-mistake',
      'unknown-name',
    ])
    expect(diagnostics.map((one) => one.line)).toEqual(
      diagnostics.map((one) => one.line).toSorted((a, b) => a - b),
    )
  })
})
