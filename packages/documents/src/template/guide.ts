import type { Scheme } from '@kaohe/engine'
import type { RowSpec, SheetSpec } from '../book/index.ts'

function lines(scheme: Scheme): readonly string[] {
  const { period, issue } = scheme
  return [
    `${issue.body}${issue.number === undefined ? '' : `　${issue.number}`}`,
    period === undefined
      ? '考核时段：原文没有写明。'
      : `考核时段：${period.from} 至 ${period.to}。`,
    '',
    '怎样填',
    '1. 先填“单位”表：编号全年不变，名称写全称；不考核、只提供数据的单位，类别选“只提供数据”。',
    '2. 白色的格子可以填，浅灰的已写好，深灰的不用填（这一项不适用于这类单位）；把鼠标停在标题上，可以看到依据的条款和用处。',
    '3. 空着表示还不知道，0 表示确实是零，“不适用”表示这一项与本单位无关，三者不同。',
    '4. 百分数要带百分号，如 95%；写约数、写汉字“若干”都不能计分。',
    '5. 日期写成 2023-11-14。',
    '6. 每种事件一张表，一件一行；报齐以后，在“事件报齐”里选“是”。没有选“是”的，没有行的单位按未知处理。',
    '7. 不要合并单元格，不要插入合计行；期数不够时，可在右边加一列，标题写“第13期”这样的期名。',
    '8. 公式可以用，读的是保存时算出的值；不要链接到别的工作簿。',
  ]
}

/** 说明: how the workbook is filled in. */
export function guideSheet(scheme: Scheme, name: string): SheetSpec {
  const title: RowSpec = {
    cells: [{ value: `${scheme.name}　数据填报表`, style: 'title' }],
    height: 40,
  }
  const rows = lines(scheme).map(
    (value): RowSpec => ({ cells: [{ value, style: value === '怎样填' ? 'strong' : 'plain' }] }),
  )
  const version: RowSpec = {
    cells: [{ value: `方案：${scheme.id}　版本 ${scheme.version}`, style: 'hint' }],
  }
  return {
    name,
    columns: [{ width: 100, input: false }],
    rows: [title, ...rows, version],
    protect: true,
    portrait: true,
  }
}
