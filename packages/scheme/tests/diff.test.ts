import type { Scheme } from '@kaohe/engine'
import { describe, expect, it } from 'vitest'
import { diffSchemes, readScheme } from '../src/index.ts'
import { SOUND } from './broken/sound.ts'

function read(text: string): Scheme {
  const { scheme, diagnostics } = readScheme(text)
  if (!scheme) throw new Error(diagnostics.map((one) => one.message).join('\n'))
  return scheme
}

const sound = read(SOUND)

function changes(...edits: readonly (readonly [string, string])[]) {
  const text = edits.reduce((now, [from, to]) => {
    expect(now.split(from).length, `“${from}” stands once`).toBe(2)
    return now.replace(from, to)
  }, SOUND)
  return diffSchemes(sound, read(text))
}

it('differences are told in English, with the keywords as they are written', () => {
  const text = SOUND.replace('得: 3}', '得: 4}').replace('      上限: 10\n', '')
  const told = diffSchemes(sound, read(text), 'en').map((one) => one.sentence)
  expect(told).toEqual([
    '指标“参学率” 规则 分段 段 no. 2 得: changed from 3 to 4',
    '指标“参学率” 规则 上限: removed 10',
  ])
})

describe('differences of meaning', () => {
  it.each([
    [
      'points',
      '得: 3}',
      '得: 4}',
      'changed',
      '指标/study/规则/分段/段/2/得',
      '指标“参学率” 规则 分段 段 第2项 得：由 3 改为 4',
    ],
    [
      'a name',
      '名称: 乡镇团委',
      '名称: 乡镇（街道）团委',
      'changed',
      '考核对象/township/名称',
      '考核对象“乡镇（街道）团委” 名称：由 乡镇团委 改为 乡镇（街道）团委',
    ],
    [
      'a full score added',
      '    名称: 配备\n',
      '    名称: 配备\n    分值: 6\n',
      'added',
      '指标/staff/分值',
      '指标“配备” 分值：新增 6',
    ],
    [
      'a cap removed',
      '      上限: 10\n',
      '',
      'removed',
      '指标/study/规则/上限',
      '指标“参学率” 规则 上限：删去 10',
    ],
    [
      'a line of a table',
      '市级: 4}',
      '市级: 4, 其他: 0}',
      'added',
      '指标/serve/规则/分级/得/其他',
      '指标“服务” 规则 分级 得 其他：新增 0',
    ],
    [
      'a condition',
      'trained > 30人',
      'trained > 20人',
      'changed',
      '指标/staff/规则/达标/条件',
      '指标“配备” 规则 达标 条件：由 staffed 且 trained > 30人 改为 staffed 且 trained > 20人',
    ],
    [
      'another kind',
      '{达标: {条件: staffed 且 trained > 30人, 得: 6}}',
      '{打分: {最高: 6, 依据: 台账}}',
      'changed',
      '指标/staff/规则',
      '指标“配备” 规则：由 {达标: {条件: staffed 且 trained > 30人, 得: 6}} 改为 {打分: {最高: 6, 依据: 台账}}',
    ],
    [
      'a band added in the middle',
      '          - {范围: 100%及以上, 得: 3}',
      '          - {范围: "[100%, 120%)", 得: 1}\n          - {范围: 100%及以上, 得: 3}',
      'added',
      '指标/study/规则/分段/段/2',
      '指标“参学率” 规则 分段 段 第2项：新增 {范围: "[100%, 120%)", 得: 1}',
    ],
    [
      'a member of a list',
      '评价人: [office, press]',
      '评价人: [press]',
      'changed',
      '评价方式/desk/评价人',
      '评价方式“部门评价” 评价人：由 [office, press] 改为 [press]',
    ],
  ])('%s', (_, from, to, kind, path, sentence) => {
    const found = changes([from, to])
    expect(found.map((one) => [one.kind, one.path])).toEqual([[kind, path]])
    expect(found[0]?.sentence).toBe(sentence)
  })

  it.each([
    ['the wording of a range', '范围: 不足100%', '范围: 低于100%'],
    ['spaces in an expression', 'meetings >= 4次', 'meetings  ≥ 4次'],
    ['a share as a fraction', '占比: 70%', '占比: 7/10'],
    [
      'the order of keywords',
      '    名称: 乡镇团委\n    层级: town',
      '    层级: town\n    名称: 乡镇团委',
    ],
    ['quotes and comments', '版本: "1"', "版本: '1' # 第一版"],
    ['flow or block', '总分: {起评分: 100, 下限: 0}', '总分:\n  起评分: 100\n  下限: 0'],
  ])('none for %s', (_, from, to) => {
    expect(changes([from, to])).toEqual([])
  })

  it('things are told apart by id, not by position', () => {
    const [moved] = changes([
      '  - {编号: office, 名称: 办公室, 身份: 部门}\n  - {编号: press, 名称: 宣传部, 身份: 部门}',
      '  - {编号: press, 名称: 宣传部, 身份: 部门}\n  - {编号: office, 名称: 办公室, 身份: 部门}',
    ])
    expect(moved).toMatchObject({
      kind: 'moved',
      path: '参与方',
      before: 'office、press',
      after: 'press、office',
    })
    const added = changes([
      '参与方:\n',
      '参与方:\n  - {编号: agency, 名称: 机构, 身份: 专业机构}\n',
    ])
    expect(added.map((one) => one.path)).toEqual(['参与方/agency'])
  })
})
