import { describe, expect, it } from 'vitest'
import { type FolderOptions, REST, UNSETTLED, readSchemeFolder } from '../src/index.ts'
import { SOUND } from './broken/sound.ts'

const HEAD = '方案: town-2023\n口径:\n'

interface Option {
  readonly id: string
  readonly edits: string
}

function reading(id: string, adopted: string, ...options: readonly Option[]): string {
  const lines = options.map(
    (one) => `      - {编号: ${one.id}, 说明: 说明${one.id}, 修改: [${one.edits}]}`,
  )
  return `  - 编号: ${id}\n    问题: 怎样理解\n    选项:\n${lines.join('\n')}\n${adopted === '' ? '' : `    采用: ${adopted}\n`}`
}

const UPPER = { id: 'upper', edits: '{位置: 指标/study/规则/分段/段/2/得, 改为: 4}' }
const LOWER = { id: 'lower', edits: '{位置: 指标/study/规则/分段/段/2/得, 改为: 1}' }
const AS_IS = { id: 'as-is', edits: '' }

function read(readings: string, options: FolderOptions = {}) {
  return readSchemeFolder(
    [
      { path: 'x/scheme.yaml', text: SOUND },
      { path: 'x/readings.yaml', text: HEAD + readings },
    ],
    options,
  )
}

function points(readings: string, options: FolderOptions = {}): unknown {
  const { scheme, diagnostics } = read(readings, options)
  expect(diagnostics.map((one) => one.message)).toEqual([])
  const params = scheme?.items[0]?.rule?.params as { bands: { gain?: { num: bigint } }[] }
  return Number(params.bands[1]?.gain?.num)
}

describe('readings', () => {
  const text = reading('r', 'upper', UPPER, LOWER, AS_IS)

  it.each<[string, FolderOptions, number]>([
    ['the adopted option', {}, 4],
    ['another option', { choose: { r: 'lower' } }, 1],
    ['an option without edits', { choose: { r: 'as-is' } }, 3],
    ['left open', { choose: { r: UNSETTLED } }, 3],
    ['every one not named left open', { choose: { [REST]: UNSETTLED } }, 3],
    ['only those named', { choose: { [REST]: UNSETTLED, r: 'lower' } }, 1],
    ['as written', { asWritten: true }, 3],
  ])('apply %s', (_, options, expected) => {
    expect(points(text, options)).toBe(expected)
  })

  it('are listed with the option that counts', () => {
    const result = read(text, { choose: { r: 'lower' } })
    expect(result.readings.map((one) => [one.id, one.adopted, one.options.length])).toEqual([
      ['r', 'upper', 3],
    ])
    expect(result.chosen).toEqual({ r: 'lower' })
  })

  it('keep the place of what they put in', () => {
    const { where } = read(text)
    expect(where('指标/study/规则/分段/段/2/得')).toEqual({
      file: 'x/readings.yaml',
      line: 6,
      column: 70,
    })
    expect(where('指标/study/规则/分段/段/1/扣')?.file).toBe('x/scheme.yaml')
  })

  it('say a mistake in what they put in at its place in the readings file', () => {
    const bad = { id: 'bad', edits: '{位置: 指标/study/规则/分段/段/2/范围, 改为: 不足100人}' }
    const [one] = read(reading('r', 'bad', bad)).diagnostics
    expect(one).toMatchObject({
      file: 'x/readings.yaml',
      line: 6,
      column: 67,
      code: 'rule-mistake',
    })
  })

  it('count positions as in the scheme as written, though another reading takes members away', () => {
    const drop = { id: 'drop', edits: '{位置: 指标/study/规则/分段/段/1, 删去: 是}' }
    const { scheme, diagnostics } = read(reading('a', 'drop', drop) + reading('b', 'upper', UPPER))
    expect(diagnostics).toEqual([])
    const params = scheme?.items[0]?.rule?.params as { bands: { gain?: { num: bigint } }[] }
    expect(params.bands.map((band) => band.gain?.num)).toEqual([4n])
  })

  it('add to lists and to mappings, and add keywords', () => {
    const edits =
      '{位置: 指标/study/规则/分段/段, 增加: {范围: 其他, 得: 0}}, {位置: 指标/study, 增加: {分值: 9}}, {位置: 指标/staff/说明, 改为: 见附件}, {位置: 指标/study/牵头/2, 删去: 是}'
    const { scheme, diagnostics } = read(reading('r', 'all', { id: 'all', edits }))
    expect(diagnostics).toEqual([])
    const [study] = scheme!.items
    expect(study?.rule?.params).toMatchObject({ bands: { length: 3 } })
    expect(study?.full).toEqual({ num: 9n, den: 1n })
    expect(study?.leads).toEqual(['office'])
    expect(scheme?.items[3]?.note).toBe('见附件')
  })

  it('may both make the same change', () => {
    expect(points(reading('a', 'upper', UPPER) + reading('b', 'upper', UPPER))).toBe(4)
  })
})

describe('readings that cannot be applied', () => {
  const one = (edits: string) => reading('r', 'x', { id: 'x', edits })
  it.each<[string, string, string, string | undefined]>([
    [
      'a place that is nowhere',
      one('{位置: 指标/stduy/分值, 改为: 5}'),
      'bad-position',
      '指标/study/分值',
    ],
    [
      'a member that is not there',
      one('{位置: 指标/study/规则/分段/段/9/得, 改为: 5}'),
      'bad-position',
      undefined,
    ],
    [
      'something to take away that is not there',
      one('{位置: 指标/study/分值, 删去: 是}'),
      'bad-position',
      undefined,
    ],
    [
      'a change that changes nothing',
      one('{位置: 指标/study/规则/分段/段/2/得, 改为: 3}'),
      'edit-changes-nothing',
      undefined,
    ],
    ['an edit that does nothing', one('{位置: 指标/study}'), 'edit-without-act', undefined],
    [
      'an edit that does two things',
      one('{位置: 指标/study/分值, 改为: 5, 删去: 是}'),
      'edit-without-act',
      undefined,
    ],
    ['an option that does not exist', reading('r', 'uper', UPPER), 'no-such-option', 'upper'],
    [
      'two readings that disagree',
      reading('a', 'upper', UPPER) + reading('b', 'lower', LOWER),
      'conflicting-edits',
      undefined,
    ],
    [
      'one that overwrites another',
      reading('a', 'upper', UPPER) +
        reading('b', 'x', {
          id: 'x',
          edits: '{位置: 指标/study/规则, 改为: {达标: {条件: staffed, 得: 1}}}',
        }),
      'conflicting-edits',
      undefined,
    ],
    [
      'a dangling place in an option not chosen',
      reading('r', 'upper', UPPER, { id: 'x', edits: '{位置: 指标/nowhere/分值, 改为: 5}' }),
      'bad-position',
      undefined,
    ],
    [
      'two readings with one id',
      reading('r', 'upper', UPPER) + reading('r', 'upper', UPPER),
      'duplicate-id',
      undefined,
    ],
    [
      'an unknown keyword',
      reading('r', 'upper', UPPER).replace('问题', '问提'),
      'unknown-key',
      '问题',
    ],
  ])('%s', (_, text, code, nearest) => {
    const { scheme, diagnostics } = read(text)
    expect(scheme).toBeUndefined()
    expect(diagnostics.map((d) => d.code)).toContain(code)
    const found = diagnostics.find((d) => d.code === code)
    expect(found?.file).toBe('x/readings.yaml')
    expect(found?.nearest).toBe(nearest ?? found?.nearest)
  })

  it('a reading chosen that does not exist', () => {
    expect(
      read(reading('r', 'upper', UPPER), { choose: { q: 'upper' } }).diagnostics.map((d) => [
        d.code,
        d.found,
      ]),
    ).toEqual([['no-such-reading', 'q']])
  })

  it('readings of another scheme', () => {
    const files = [
      { path: 'scheme.yaml', text: SOUND },
      { path: 'readings.yaml', text: '方案: village\n口径: []\n' },
    ]
    expect(readSchemeFolder(files).diagnostics.map((d) => [d.code, d.found, d.expected])).toEqual([
      ['wrong-scheme', 'village', 'town-2023'],
    ])
  })
})

describe('derived schemes', () => {
  const base = { path: 'upper/scheme.yaml', text: SOUND }
  const own = (from: string, rest = '') => ({
    path: 'own/scheme.yaml',
    text: `沿用: ${from}\n方案: own-2023\n名称: 本级方案\n版本: "1"\n${rest}`,
  })
  const derive = (from: string, rest = '', ...files: { path: string; text: string }[]) =>
    readSchemeFolder([own(from, rest), ...files], { main: 'own/scheme.yaml' })
  const FROM = '{方案: ../upper/scheme.yaml, 版本: "1"}'

  it('take over everything but what they say themselves', () => {
    const { scheme, diagnostics, where } = derive(
      FROM,
      '修改:\n  - {位置: 指标/study/分值, 改为: 12, 理由: 本地重点}\n',
      base,
    )
    expect(diagnostics).toEqual([])
    expect([scheme?.id, scheme?.name, scheme?.items.length, scheme?.items[0]?.full?.num]).toEqual([
      'own-2023',
      '本级方案',
      4,
      12n,
    ])
    expect(where('指标/study/分值')).toEqual({ file: 'own/scheme.yaml', line: 6, column: 27 })
    expect(where('指标/meet')?.file).toBe('upper/scheme.yaml')
  })

  it('take over the readings that the upper scheme adopted', () => {
    const readings = { path: 'upper/readings.yaml', text: HEAD + reading('r', 'upper', UPPER) }
    const params = derive(FROM, '', base, readings).scheme?.items[0]?.rule?.params as {
      bands: { gain?: { num: bigint } }[]
    }
    expect(params.bands[1]?.gain?.num).toBe(4n)
  })

  it.each<[string, string, string, string]>([
    [
      'the upper scheme was not given',
      '{方案: ../nowhere/scheme.yaml, 版本: "1"}',
      '',
      'base-missing',
    ],
    ['another version', '{方案: ../upper/scheme.yaml, 版本: "2"}', '', 'base-version'],
    ['from itself', '{方案: scheme.yaml, 版本: "1"}', '', 'derivation-cycle'],
    ['a dangling edit', FROM, '修改:\n  - {位置: 指标/none/分值, 改为: 1}\n', 'bad-position'],
    ['no version', '{方案: ../upper/scheme.yaml}', '', 'missing-key'],
  ])('%s', (_, from, rest, code) => {
    const { scheme, diagnostics } = derive(from, rest, base)
    expect(scheme).toBeUndefined()
    expect(diagnostics.map((d) => [d.code, d.file])).toEqual([[code, 'own/scheme.yaml']])
  })

  it('in a circle', () => {
    const back = {
      path: 'upper/scheme.yaml',
      text: '沿用: {方案: ../own/scheme.yaml, 版本: "1"}\n方案: upper\n名称: 上级\n版本: "1"\n',
    }
    expect(derive(FROM, '', back).diagnostics.map((d) => d.code)).toEqual(['derivation-cycle'])
  })

  it('no scheme at all', () => {
    expect(readSchemeFolder([]).diagnostics.map((d) => d.code)).toEqual(['file-missing'])
  })
})
