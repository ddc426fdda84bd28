import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inFolder, kaohe } from './kaohe.ts'

const SCHEME = `方案: parts
名称: 试例
版本: "1"
发文: {机关: 某机关, 级别: 区县, 成文日期: 2023-12-20}
考核时段: {起: 2024-01-01, 止: 2024-12-31}
参与方: [{编号: office, 名称: 办公室, 身份: 部门}]
单位属性: [{编号: founded, 名称: 成立日期, 类型: 日期}]
考核对象: [{编号: village, 名称: 村, 条款: 一, 资格: [{属性: founded, 满月: 12, 计至: 2024-12-31, 条款: 一}]}]
数据: [{编号: x, 名称: 活动, 类型: 数值, 单位: 场, 提供: office, 条款: 二}]
指标: [{编号: a, 名称: 甲, 分值: 5, 条款: 二, 牵头: [office], 规则: {每次: {量: x, 得: 1}, 上限: 5}}]
`

const unit = (id: string, name: string, founded: string) => ({
  id,
  name,
  type: 'village',
  attributes: { founded },
})

const FACTS = {
  units: [unit('old', '老村', '2001-01-01'), unit('new', '新村', '2024-06-01')],
  facts: [{ unit: 'old', fact: 'x', value: 3 }],
}

const withFiles = (see: (folder: string, facts: string) => Promise<void>) =>
  inFolder(async (folder) => {
    mkdirSync(join(folder, 'scheme'))
    writeFileSync(join(folder, 'scheme', 'scheme.yaml'), SCHEME)
    writeFileSync(join(folder, 'facts.json'), JSON.stringify(FACTS))
    await see(join(folder, 'scheme'), join(folder, 'facts.json'))
  })

test('who may not take part has no score, and nothing is missing of it', () =>
  withFiles(async (scheme, facts) => {
    const { exit, out, err } = await kaohe('score', scheme, facts)
    expect(exit).toBe(0)
    const row = out.split('\n').find((line) => line.includes('新村'))
    expect(row).toMatch(/不参评：.*12/)
    expect(out).not.toContain('缺少的数据')
    expect(err).not.toContain('没有确定')
  }))

test('the explanation of who may not take part is why', () =>
  withFiles(async (scheme, facts) => {
    const { out } = await kaohe('explain', scheme, facts, '--unit', 'new')
    expect(out.trim().split('\n')).toEqual(['新村', expect.stringMatching(/不参评：.*12/)])
    const other = await kaohe('explain', scheme, facts, '--unit', 'old')
    expect(other.out).toContain('3分')
  }))

test('the table of what is missing leaves out who may not take part', () =>
  withFiles(async (scheme, facts) => {
    const { out } = await kaohe('score', scheme, facts, '--format', 'csv')
    expect(out).toContain('新村')
    expect(out).not.toContain('活动')
  }))

test('what is missing is told once, with the number of units that have not reported it', () =>
  inFolder(async (folder) => {
    const rule = '{相对: {量: x, 与: 最大值, 组: 全部, 分母为零: 得零分}}'
    mkdirSync(join(folder, 'scheme'))
    writeFileSync(
      join(folder, 'scheme', 'scheme.yaml'),
      SCHEME.replace('{每次: {量: x, 得: 1}, 上限: 5}', rule),
    )
    const units = ['one', 'two', 'three'].map((id) => unit(id, id, '2001-01-01'))
    const facts = [{ unit: 'one', fact: 'x', value: 3 }]
    writeFileSync(join(folder, 'facts.json'), JSON.stringify({ units, facts }))
    const { out } = await kaohe('score', join(folder, 'scheme'), join(folder, 'facts.json'))
    const lines = out
      .split('缺少的数据')[1]
      ?.split('\n')
      .filter((line) => line.includes('活动'))
    expect(lines).toHaveLength(1)
    expect(lines?.[0]?.trim().split(/\s+/)).toEqual(['活动', 'x', '2'])
  }))
