import type { Sort } from '../support/broken.ts'
import { longSort, yearSort } from './helpers.ts'

export const numberSorts: readonly Sort[] = [
  yearSort('百分数没有百分号', 'bare-share', [
    ['C', 95, { found: '95', says: '95%' }], ['C', 0.95, { found: '0.95', says: '95% 或 0.95%' }], ['C', 1, { found: '1', says: '100% 或 1%' }], ['C', 100, { says: '100%' }], ['C', '９５', { says: '95%' }],
  ]),
  yearSort('百分点没有写明', 'bare-share', [
    ['G', 3, { found: '3', says: '3百分点' }], ['G', '3', { says: '3百分点' }], ['G', -2.5, { says: '-2.5百分点' }], ['G', '０.５', { says: '0.5百分点' }], ['G', { formula: 'C2-1', value: 0.02 }, { says: '0.02百分点' }],
  ]),
  yearSort('约数', 'approximate', [
    ['D', '约30', { nearest: '30' }], ['D', '30左右', { nearest: '30' }], ['D', '三十余人', { nearest: '30' }], ['D', '近三十', { nearest: '30' }], ['D', '30-40', { nearest: '30' }],
  ]),
  yearSort('汉字数字写得不合规', 'not-a-number', [
    ['D', '一百五', { nearest: '105' }], ['D', '三千百', {}], ['D', '二三', {}], ['D', '两百零', {}], ['D', '若干', {}],
  ]),
  yearSort('单位写错', 'wrong-unit', [
    ['D', '30次', { found: '30次', says: '人' }], ['D', '50%', { says: '人' }], ['C', '95个百分点', { says: '%' }], ['G', '3%', { says: '百分点' }], ['F', '2小时', { says: '万元' }],
  ]),
  yearSort('单元格的格式带着别的单位', 'wrong-unit', [
    ['D', { suffix: '次', value: 30 }, {}], ['D', { percent: 0.5 }, { found: '50%' }], ['G', { percent: 0.03 }, { found: '3%' }], ['C', { suffix: '百分点', value: 3 }, {}], ['E', { suffix: '人', value: 3 }, { says: '小时' }],
  ]),
  yearSort('科学计数法', 'scientific', [
    ['D', '1.2E+02', { nearest: '120' }], ['D', '3e1', { nearest: '30' }], ['F', '2.5E+1', { nearest: '25' }], ['K', '1.39E+10', {}], ['K', 1.36123456789e15, {}],
  ]),
  yearSort('形近的字', 'not-a-number', [
    ['D', '3O', { nearest: '30' }], ['D', 'l2', { nearest: '12' }], ['D', '1 2', { nearest: '12' }], ['F', '2。5', { nearest: '2.5' }], ['D', '1O0', { nearest: '100' }],
  ]),
  yearSort('千分位写错', 'not-a-number', [
    ['D', '1,23', {}], ['D', '12,3456', {}], ['F', '1,2,3', {}], ['D', '1.2.3', {}], ['D', ',123', {}],
  ]),
  yearSort('公式出错', 'cell-error', [
    ['C', { error: '#REF!' }, { found: '#REF!' }], ['D', { error: '#DIV/0!', formula: 'A1/0' }, { found: '#DIV/0!' }], ['E', { error: '#N/A' }, {}], ['H', { error: '#VALUE!', formula: 'x' }, {}], ['I', { error: '#NAME?' }, {}],
  ]),
  yearSort('公式没有保存值', 'formula-without-value', [
    ['C', { formula: 'D2/E2' }, { says: '=D2/E2' }], ['D', { formula: 'SUM(D3:D9)' }, {}], ['F', { formula: '[1]Sheet1!A1' }, {}], ['H', { formula: 'IF(D2>1,"是","否")' }, {}], ['J', { formula: 'TODAY()' }, {}],
  ]),
  yearSort('公式用的是保存的值', 'formula', [
    ['C', { formula: 'D2/31', value: '96%' }, { severity: 'warning' }], ['D', { formula: 'SUM(D3:D9)', value: 30 }, { severity: 'warning', says: '30' }], ['F', { formula: '[1]Sheet1!A1', value: 2 }, { severity: 'warning', says: '别的工作簿' }], ['H', { formula: 'IF(1,"是")', value: '是' }, { severity: 'warning' }], ['I', { formula: 'X', value: '五星' }, { severity: 'warning' }],
  ]),
  yearSort('超出允许的范围', 'out-of-range', [
    ['C', '101%', { found: '101%', says: '100%' }], ['C', { percent: 95 }, { found: '9500%' }], ['D', -1, { says: '0人' }], ['E', '-0.5小时', { says: '0小时' }], ['G', '-101百分点', { says: '-100百分点' }],
  ]),
  yearSort('应当是整数', 'not-whole', [
    ['D', 2.5, { found: '2.5人' }], ['D', '30.1', {}], ['D', '1/2', {}], ['D', '0.00003万人', {}], ['D', { formula: 'A1/3', value: 33.3333333333 }, {}],
  ]),
  yearSort('数写成日期', 'date-for-number', [
    ['D', { date: 45000 }, {}], ['C', { date: 1 }, {}], ['E', { date: 45291 }, {}], ['F', { date: 45000.5 }, {}], ['G', { date: 3 }, {}],
  ]),
  yearSort('不是数', 'not-a-number', [
    ['D', true, {}], ['D', '详见附件', {}], ['F', '两万五', {}], ['E', '(30)', {}], ['D', '30人（含预备）', { nearest: '30' }],
  ]),
  longSort('长表里值写错', 'bare-share', [
    [['沙井镇团委', '参学率', '4月', 95], { cell: 'D2' }], [['沙井镇团委', 'study-rate', '2023-04', 1.2], { cell: 'D2', says: '120% 或 1.2%' }], [['t01', '团费收缴率', null, '98'], { cell: 'D2' }], [['t01', '参学率', '四月', 100], { cell: 'D2' }], [['水西镇团委', '与上年相差', null, 5], { cell: 'D2' }],
  ]),
]
