import { describe, expect, it } from 'vitest'
import { compiled, refuses, score, scores } from '../../tests/rules.ts'

const FIVE = '达标: {条件: staffed, 得: 5}'
const EXTERNAL = '外部得分: {量: desk}'
const yes = { staffed: true }

scores('min_gate 前提', `${FIVE}\n前提: {条件: brands >= 1个}`, {}, [
  { note: 'holds', facts: { ...yes, brands: 1 }, points: '5', told: '配备完善：是，得5分' },
  {
    note: 'does not',
    facts: { ...yes, brands: 0 },
    points: '0',
    told: '前提不成立（品牌不少于1个），得0分',
  },
  {
    note: 'unknown',
    facts: yes,
    points: '0..5',
    told: '前提是否成立未定（品牌不少于1个）；配备完善：是，得5分',
  },
])

scores('前提 with something else', `${FIVE}\n前提: {条件: built, 否则: 1}`, {}, [
  { note: 'does not hold', facts: { ...yes, built: false }, points: '1' },
])

scores('coefficient as a figure', `${FIVE}\n系数: 2`, {}, [
  { note: 'doubled', facts: yes, points: '10', told: '配备完善：是，得5分，乘以系数2' },
])

scores('coefficient by size', `${FIVE}\n系数: {量: members, 表: {超过2000人: 0.8, 其他: 1}}`, {}, [
  { note: 'on the line', facts: { ...yes, members: 2000 }, points: '5' },
  { note: 'large', facts: { ...yes, members: 2001 }, points: '4' },
  { note: 'unknown', facts: yes, points: '4..5' },
])

scores('coefficient by kind of assessee', `${FIVE}\n系数: {street: 1.2}`, {}, [
  { note: 'named', as: { type: 'street' }, facts: yes, points: '6' },
  { note: 'not named', facts: yes, points: '5' },
])

scores('coefficient worked out', `${FIVE}\n系数: 如果(built, 0.5, 1)`, {}, [
  { note: 'halved', facts: { ...yes, built: true }, points: '2.5' },
])

scores('role_share 分摊', `${FIVE}\n分摊: 1 / hosts`, {}, [
  {
    note: 'between two',
    facts: { ...yes, hosts: 2 },
    points: '2.5',
    told: '配备完善：是，得5分，按1除以承办单位分摊50%，计2.5分',
  },
])

scores('分摊 as it is', `${FIVE}\n分摊: 20%`, {}, [
  { note: 'a fifth', facts: yes, points: '1', told: '配备完善：是，得5分，分摊20%，计1分' },
])

scores('rounding', `${EXTERNAL}\n舍入: {到: 0.1, 方式: 四舍五入}`, {}, [
  {
    note: 'half up',
    facts: { desk: '1.25' },
    points: '1.3',
    told: '部门评价 1.25分，得1.25分，四舍五入到0.1',
  },
])

scores('award_cap 上限', `${EXTERNAL}\n上限: 5`, {}, [
  { note: 'below', facts: { desk: 4 }, points: '4' },
  { note: 'on it', facts: { desk: 5 }, points: '5', told: '部门评价 5分，得5分' },
  {
    note: 'above',
    facts: { desk: 6 },
    points: '5',
    told: '部门评价 6分，得6分，超过上限，计5分',
  },
  { note: 'unknown', points: '0..5' },
])

scores('不封顶', `${EXTERNAL}\n上限: 不封顶`, {}, [
  { note: 'far above', facts: { desk: 600 }, points: '600' },
])

scores('下限', '外部得分: {量: desk, 计为: 扣}\n下限: -3', {}, [
  { note: 'above', facts: { desk: 2 }, points: '-2' },
  {
    note: 'held',
    facts: { desk: 4 },
    points: '-3',
    told: '部门评价 4分，扣4分，低于下限，计-3分',
  },
])

scores('deduct_cap 最多扣', '外部得分: {量: desk, 计为: 扣}\n最多扣: 4', {}, [
  { note: 'below the cap', facts: { desk: 3 }, points: '-3' },
  { note: 'held', facts: { desk: 9 }, points: '-4' },
  { note: 'unknown', points: '-4..0' },
])

scores('the dominating zero 不得分', `${FIVE}\n不得分: 次数(absence) >= 3次`, {}, [
  { note: 'twice', facts: yes, events: { absence: [{}, {}] }, points: '5' },
  {
    note: 'three times',
    facts: yes,
    events: { absence: [{}, {}, {}] },
    points: '0',
    told: '配备完善：是，得5分；缺席次数不少于3次，不得分',
  },
])

scores('na_renormalise 不适用', `${FIVE}\n不适用: schools = 0个`, { full: '5' }, [
  {
    note: 'no school',
    facts: { ...yes, schools: 0 },
    points: '0',
    status: 'not-applicable',
    told: '学校为0个，不适用',
  },
  {
    note: 'some',
    facts: { ...yes, schools: 1 },
    points: '5',
    status: 'scored',
    told: '配备完善：是，得5分',
  },
  {
    note: 'nobody knows',
    facts: yes,
    points: '0..5',
    told: '配备完善：是，得5分；学校为0个，不适用（待定）',
  },
])

describe('the order of application', () => {
  it('is that of the list, whatever the order of writing', () => {
    const program = compiled(`${FIVE}\n下限: 4\n上限: 8\n系数: 2`)
    expect(score(program, { facts: yes }).item.points).toEqual({ num: 8n, den: 1n })
    expect(score(program, { facts: { staffed: false } }).item.points).toEqual({ num: 4n, den: 1n })
  })
})

refuses([
  [`${FIVE}\n舍入: {到: 0, 方式: 舍去}`, '不大于零'],
  [`${FIVE}\n系数: {量: members, 表: {超过2000次: 0.8, 其他: 1}}`, '次'],
])
