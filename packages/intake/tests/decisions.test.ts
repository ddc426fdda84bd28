import { template } from '@kaohe/documents'
import type { Scheme } from '@kaohe/engine'
import { readScheme } from '@kaohe/scheme'
import { describe, expect, it } from 'vitest'
import { readFacts } from '../src/index.ts'
import { LIMITS } from '../src/limits.ts'
import { openFile } from '../src/open.ts'
import { Report } from '../src/report/index.ts'
import { datasetOf, sheet } from './support/base.ts'
import { workbook } from './support/xlsx.ts'

const { scheme, diagnostics } = readScheme(`
方案: dec
名称: 试例
版本: "1"
发文: {机关: 某机关, 级别: 区县}
考核时段: {起: 2024-01-01, 止: 2024-12-31}
参与方: [{编号: meeting, 名称: 书记会, 身份: 书记}, {编号: office, 名称: 办公室, 身份: 部门}]
考核对象: [{编号: village, 名称: 村}, {编号: town, 名称: 镇}]
数据: [{编号: x, 名称: 活动, 类型: 数值, 单位: 场}]
指标: [{编号: a, 名称: 甲, 分值: 5, 规则: {每次: {量: x, 得: 1}}}]
排名: {分组: 同类, 并列: 并列占位}
评定: {评定: 会议, 审定: meeting, 适用: [village], 等次: [{编号: good, 名称: 好}, {编号: fair, 名称: 一般}]}
结果运用:
  - {编号: first, 名称: 表扬, 范围: {前: {名额: 1, 同分: 由会议定}}, 措施: 其他}
  - {编号: praise, 名称: 推荐, 范围: {等次: [good]}, 措施: 推荐, 决定: meeting}
  - {编号: talk, 名称: 约谈, 范围: {后: {名额: 1, 同分: 全部入围}}, 措施: 约谈}
  - {编号: silent, 名称: 通报, 范围: {后: {名额: 1}}, 措施: 通报}
`)
if (scheme === undefined) throw new Error(JSON.stringify(diagnostics))

const units = [
  { id: 'v1', name: '东村', type: 'village' },
  { id: 't1', name: '北镇', type: 'town' },
  { id: 's1', name: '小学', type: null },
]
const SOUND = { unit: 'v1', on: 'grade', value: '好', date: '2025-01-20', reason: '全年平稳' }

function readJson(...decisions: readonly object[]) {
  const bytes = new TextEncoder().encode(JSON.stringify({ units, decisions }))
  return readFacts([{ path: 'facts.json', bytes }], scheme!)
}

const UNITS = [
  ['编号', '名称', '类别'],
  ['v1', '东村', '村'],
  ['t1', '北镇', '镇'],
]
const HEAD = ['单位', '决定事项', '决定', '决定机关', '决定日期', '文号', '理由', '填报人']

describe('decisions', () => {
  it('are read by identifiers or names, with the body that the scheme names', () => {
    const { decisions } = datasetOf(
      readJson(
        { ...SOUND, by: '张三', evidence: ['纪要.pdf'] },
        { ...SOUND, on: '同分：表扬', value: '第2', body: '团委会', number: '纪要1号' },
        { ...SOUND, on: 'consequence:praise', value: false, body: '书记会' },
      ),
    )
    expect(decisions).toEqual([
      {
        unit: 'v1',
        on: 'grade',
        value: 'good',
        body: 'meeting',
        date: '2025-01-20',
        reason: '全年平稳',
        by: '张三',
        evidence: ['纪要.pdf'],
        origin: 'facts.json decisions[0]',
      },
      expect.objectContaining({ on: 'tie:first', value: 2, body: '团委会', number: '纪要1号' }),
      expect.objectContaining({ on: 'consequence:praise', value: false, body: 'meeting' }),
    ])
  })

  it.each([
    ['没有这个单位', { unit: 'v9' }, '没有这个单位'],
    ['单位不被考核', { unit: 's1' }, '“小学”不是考核对象，没有可决定的'],
    ['单位不评等次', { unit: 't1' }, '“等次”不涉及镇，“北镇”没有可决定的'],
    [
      '没有这件事',
      { on: 'rank' },
      '方案里没有这件要决定的事；可以决定：等次、同分：表扬、结果运用：推荐',
    ],
    [
      '方案自己算',
      { on: 'consequence:talk' },
      '是否符合由方案的“范围”算出，没有写“决定”，不由人另定',
    ],
    ['同分方案已定', { on: 'tie:talk' }, '方案写明截止名次上同分的全部入围，不由人另定'],
    ['同分没有写', { on: 'tie:silent' }, '先用口径写明“同分: 由会议定”'],
    ['没有名额', { on: 'grade-tie:good' }, '没有名额，不会有截止名次'],
    ['没有这个等次', { value: '优秀' }, '方案里没有这个等次；应是：好、一般'],
    [
      '先后不是数',
      { on: 'tie:first', value: '入围', body: '会' },
      '不是先后；请写同分的几个单位里排第几',
    ],
    ['先后从一起', { on: 'tie:first', value: 0, body: '会' }, '不是先后'],
    ['给不给看不出', { on: 'consequence:praise', value: '再议' }, '看不出给还是不给'],
    ['不是它定', { body: '办公室' }, '方案写明“等次”由书记会定；应是：书记会'],
    ['没有写谁定', { on: 'tie:first', value: 1 }, '没有写由谁决定'],
    ['没有依据', { reason: '' }, '没有写文号，也没有写理由；两样至少写一样'],
    ['没有日期', { date: '' }, '没有写日期'],
    ['没有决定', { value: '' }, '没有写决定是什么'],
  ])('are refused: %s', (_, more, why) => {
    const { dataset, diagnostics: found } = readJson({ ...SOUND, ...more })
    expect(dataset).toBeUndefined()
    expect(found.map(({ message }) => message).join('\n')).toContain(why)
  })

  it('are told of at their place, without its last word said again', () => {
    const { diagnostics: found } = readJson({ ...SOUND, body: '办公室' })
    expect(found[0]?.message).toMatch(/^\S+ decisions\[0\]\.body：写的是“办公室”/)
    expect(found[0]?.field).toBe('body')
  })

  it('may stand twice when they are the same, and not when they differ', () => {
    const same = readJson(SOUND, SOUND)
    expect(same.dataset?.decisions).toHaveLength(1)
    expect(same.diagnostics.map(({ code }) => code)).toEqual(['duplicate'])
    expect(readJson(SOUND, { ...SOUND, value: '一般' }).diagnostics[0]?.code).toBe('conflict')
  })

  it('say why where the scheme sets grades itself', () => {
    const by = (how: 'line' | undefined) => {
      const grades = scheme.grading?.grades ?? []
      const text = { ...scheme, grading: { ...scheme.grading, grades, by: how } } as Scheme
      const bytes = new TextEncoder().encode(JSON.stringify({ units, decisions: [SOUND] }))
      return readFacts([{ path: 'f.json', bytes }], text).diagnostics[0]
    }
    expect(by('line')?.message).toContain('等次由方案按分数线评定，不由人另定')
    expect(by(undefined)?.message).toContain('先用口径写明“评定”，是会议才收')
  })

  it('are read from a sheet 决定, from CSV, and come back from a template', async () => {
    const row = ['东村', '等次', '好', '', '2025-01-20', '3号', '', '张三']
    const first = datasetOf(
      readFacts(
        [
          {
            path: '数据.xlsx',
            bytes: workbook({
              sheets: [sheet('单位', UNITS), sheet('决定', [HEAD, row, ['北镇', '', '', '']])],
            }),
          },
        ],
        scheme,
      ),
    )
    expect(first.decisions).toMatchObject([
      { unit: 'v1', on: 'grade', value: 'good', body: 'meeting', number: '3号', by: '张三' },
    ])
    const csv = (name: string, rows: readonly (readonly string[])[]) => ({
      path: name,
      bytes: new TextEncoder().encode(rows.map((r) => r.join(',')).join('\n')),
    })
    const text = datasetOf(
      readFacts([csv('单位.csv', UNITS), csv('决定.csv', [HEAD, row])], scheme),
    )
    expect(text.decisions).toMatchObject([{ unit: 'v1', value: 'good', number: '3号' }])
    const all = datasetOf(
      readJson(
        SOUND,
        { ...SOUND, on: 'tie:first', value: 1, body: '团委会', number: '纪要1号', by: '李四' },
        { ...SOUND, on: 'consequence:praise', value: '否', evidence: ['a.pdf', 'b.pdf'] },
      ),
    )
    const bytes = await template(scheme, { filled: all })
    const again = readFacts([{ path: '填报.xlsx', bytes }], scheme)
    expect(again.diagnostics).toEqual([])
    const plain = (of: typeof all) => of.decisions?.map((one) => ({ ...one, origin: '' }))
    expect(plain(datasetOf(again))).toEqual(plain(all))
  })

  it('have no sheet where the scheme leaves nothing to people', async () => {
    const none = { ...scheme, grading: undefined, consequences: undefined }
    const namesIn = async (of: Scheme) => {
      const bytes = await template(of, { units: [] })
      const { grids } = openFile({ path: '填报.xlsx', bytes }, LIMITS, new Report('zh'))
      return grids.map(({ name }) => name)
    }
    expect(await namesIn(scheme)).toContain('决定')
    expect(await namesIn(none)).not.toContain('决定')
  })
})
