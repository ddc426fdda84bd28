import { readScheme } from '@kaohe/scheme'
import type { Scheme } from '@kaohe/engine'
import type { Workbook, Worksheet } from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { judgedItems, readColumnAnchor, readSheetAnchor, template } from '../src/index.ts'
import { NOTICES, schemeOf, yearOf } from './support/notices.ts'
import {
  anchorsOf,
  checkOf,
  columnOf,
  fillOf,
  isLocked,
  linesOf,
  noteOf,
  openBook,
  sheetNamed,
} from './support/open-book.ts'

const TEXT = `
方案: sample
名称: 示范考核
版本: "7"
发文: {机关: 共青团示范县委, 文号: 示团发〔2023〕1号, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
层级:
  - {编号: town-level, 名称: 乡镇}
  - {编号: branch-level, 名称: 支部, 上级: town-level}
参与方:
  - {编号: office, 名称: 办公室, 身份: 部门}
  - {编号: leaders, 名称: 分管领导, 身份: 党委}
考核对象:
  - {编号: town, 名称: 乡镇团委, 层级: town-level}
  - {编号: plant, 名称: 企业团委}
评价方式:
  - {编号: inside, 名称: 业务评价, 方式: 部门评价, 占比: 70%}
  - {编号: outside, 名称: 领导评价, 方式: 函询评价, 占比: 30%, 评价人: [leaders], 对象: [town], 无评价时: 重新折算}
数据:
  - {编号: rate, 名称: 收缴率, 类型: 数值, 单位: "%", 最大: 100%, 条款: 第三条, 提供: office, 支撑材料: [{名称: 台账, 形式: 文件, 必交: 是}]}
  - {编号: fields, 名称: 农田面积, 类型: 数值, 单位: 亩, 可不适用: 是, 条款: 第四条}
  - {编号: plan, 名称: 有计划, 类型: 是否}
  - {编号: star, 名称: 星级, 类型: 选项, 选项: [五星, 四星]}
  - {编号: elected, 名称: 换届日期, 类型: 日期}
  - {编号: monthly, 名称: 月报, 类型: 数值, 单位: 次, 周期: 每季度, 条款: 第六条}
  - {编号: lessons, 名称: 每课, 类型: 数值, 单位: 人, 周期: 每期}
  - {编号: shops, 名称: 车间数, 类型: 数值, 单位: 个}
  - {编号: heads, 名称: 支部团员, 类型: 数值, 单位: 人, 层级: branch-level}
  - {编号: unused, 名称: 备查数, 类型: 数值, 单位: 个}
事件:
  - 编号: visit
    名称: 走访
    条款: 第八条
    属性:
      - {编号: level, 名称: 走访级别, 类型: 选项, 选项: [县级, 市级]}
      - {编号: people, 名称: 人数, 类型: 数值, 单位: 人, 最小: 1人}
指标:
  - {编号: fee, 名称: 团费, 分值: 10, 条款: 第三条, 评价方式: inside, 规则: {达标: {条件: rate >= 95%, 得: 10}}}
  - {编号: land, 名称: 农田, 分值: 10, 评价方式: inside, 适用: [town], 规则: {达标: {条件: fields >= 1亩, 得: 10}}}
  - {编号: shop, 名称: 车间, 分值: 10, 评价方式: inside, 适用: [plant], 规则: {每次: {量: shops, 得: 1}, 上限: 10}}
  - {编号: both, 名称: 报送, 分值: 10, 评价方式: inside, 规则: {每次: {量: 合计(monthly), 得: 1}, 上限: 10}}
  - {编号: base, 名称: 规模, 分值: 10, 评价方式: inside, 适用: [town], 规则: {汇总: {层级: branch-level, 条件: heads >= 3人, 取: 占比}}}
  - {编号: order, 名称: 规范, 分值: 10, 评价方式: inside, 牵头: [office], 规则: {打分: {依据: 检查记录, 理由必填: 是}}}
  - {编号: praise, 名称: 领导评价, 分值: 100, 条款: 第九条, 评价方式: outside, 规则: {打分: {步长: 1, 最低: 60, 可为零: 是}}}
否决降等:
  - {编号: none, 名称: 没有计划, 条件: 非 plan, 取消评优: 是, 适用: [plant]}
`

const units = [
  { id: 't1', name: '甲镇团委', type: 'town', attributes: {} },
  { id: 'p1', name: '电厂团委', type: 'plant', attributes: {} },
  { id: 'b1', name: '一支部', type: null, level: 'branch-level', parent: 't1', attributes: {} },
]

function load(): Scheme {
  const { scheme, diagnostics } = readScheme(TEXT)
  if (scheme === undefined) throw new Error(diagnostics.map((d) => d.message).join('\n'))
  return scheme
}

const scheme = load()
let book: Workbook
let year: Worksheet
beforeAll(async () => {
  book = await openBook(await template(scheme, { units }))
  year = sheetNamed(book, '全年数据')
})

const cell = (sheet: Worksheet, anchor: string, row = 4) =>
  sheet.getCell(row, columnOf(sheet, anchor))

describe('the sheets of a template', () => {
  it('begin with how to fill in, and end with marks; each kind of thing has its own', () => {
    expect(book.worksheets.map((s) => s.name)).toEqual([
      '说明',
      '单位',
      '全年数据',
      '全年数据-支部',
      '月报',
      '每课',
      '走访',
      '事件报齐',
      '打分',
    ])
    const told = linesOf(sheetNamed(book, '说明'), 1)
    for (const words of [
      '共青团示范县委',
      '示团发〔2023〕1号',
      '2023-01-01 至 2023-12-31',
      '版本 7',
    ])
      expect(told).toContain(words)
  })

  it('list the units that report, with their identifiers', () => {
    const rows = (name: string) => sheetNamed(book, name).getColumn(1).values.slice(4)
    expect(rows('单位')).toEqual(['t1', 'p1', 'b1'])
    expect(rows('全年数据')).toEqual(['t1', 'p1'])
    expect(rows('全年数据-支部')).toEqual(['b1'])
    expect(rows('月报')).toEqual(['t1', 'p1'])
  })

  it('hide a row of anchors under headings and hints, and keep headings in sight', () => {
    for (const sheet of book.worksheets.slice(1)) {
      expect(sheet.getRow(3).hidden).toBe(true)
      expect(readSheetAnchor(anchorsOf(sheet)[0] ?? '')).toBeDefined()
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 })
    }
    expect(anchorsOf(sheetNamed(book, '月报')).slice(2, 6)).toEqual(
      ['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4'].map((q) => `fact:monthly@${q}`),
    )
    expect(sheetNamed(book, '月报').getRow(1).getCell(3).text).toBe('2023年第一季度')
  })
})

describe('what may be typed', () => {
  it('is chosen from lists where the scheme lists words', () => {
    expect(checkOf(cell(year, 'fact:plan'))).toMatchObject({ type: 'list', formulae: ['"是,否"'] })
    expect(checkOf(cell(year, 'fact:star'))?.formulae).toEqual(['"五星,四星"'])
    const event = sheetNamed(book, '走访')
    expect(checkOf(cell(event, 'attribute:level'))?.formulae).toEqual(['"县级,市级"'])
    expect(checkOf(cell(event, 'unit'))?.formulae).toEqual(["'单位'!$B$4:$B$2003"])
    expect(checkOf(cell(event, 'unit', 800))?.type).toBe('list')
    expect(checkOf(cell(sheetNamed(book, '单位'), 'type'))?.formulae).toEqual([
      '"乡镇团委,企业团委,只提供数据"',
    ])
  })

  it('lies between the least and the most, and says so gently', () => {
    const rate = checkOf(cell(year, 'fact:rate'))
    expect(rate).toMatchObject({ type: 'decimal', operator: 'between', formulae: [0, 1] })
    expect(rate?.error).toContain('百分数')
    expect(rate?.error).toContain('不知道就空着')
    expect(checkOf(cell(sheetNamed(book, '走访'), 'attribute:people'))).toMatchObject({
      type: 'whole',
      operator: 'greaterThanOrEqual',
      formulae: [1],
    })
    expect(checkOf(cell(year, 'fact:elected'))?.type).toBe('date')
    expect(checkOf(cell(sheetNamed(book, '打分'), 'mark:order@office'))).toMatchObject({
      formulae: [0, 10],
    })
  })

  it('may be 0 besides where the scheme allows it', () => {
    const marks = sheetNamed(book, '打分')
    const column = columnOf(marks, 'mark:praise@leaders')
    const place = marks.getCell(4, column)
    const at = place.address
    expect(checkOf(place)?.formulae).toEqual([
      `OR(${at}=0,AND(ISNUMBER(${at}),${at}>=60,${at}<=100))`,
    ])
    expect(marks.getCell(2, column).text).toBe('分，60分—100分，也可填 0')
  })

  it('may be 不适用 only where the scheme allows it', () => {
    const [allowed] = checkOf(cell(year, 'fact:fields'))?.formulae ?? []
    expect(allowed).toBe('OR(D4="不适用",AND(ISNUMBER(D4),D4>=0))')
    expect(JSON.stringify(checkOf(cell(year, 'fact:shops')))).not.toContain('不适用')
  })

  it('looks like what it is: percentages, dates', () => {
    expect(cell(year, 'fact:rate').numFmt).toBe('0.00%')
    expect(cell(year, 'fact:elected').numFmt).toBe('yyyy-mm-dd')
    expect(year.getCell(2, columnOf(year, 'fact:rate')).text).toBe('百分数，如 95%，0%—100%')
  })
})

describe('a mark that must say why', () => {
  const marks = () => sheetNamed(book, '打分')

  it('has a place for it on its right, and no other mark has', () => {
    const anchors = anchorsOf(marks())
    const at = anchors.indexOf('mark:order@office')
    expect(anchors[at + 1]).toBe('reason:order@office')
    expect(anchors.filter((a) => a.startsWith('reason:'))).toHaveLength(1)
    const column = columnOf(marks(), 'reason:order@office')
    expect(marks().getCell(1, column).text).toBe('规范（办公室）理由')
    expect(marks().getCell(2, column).text).toBe('打了分必填')
    expect(noteOf(marks().getCell(1, column))).toContain('没有打分的空着')
    expect(isLocked(cell(marks(), 'reason:order@office'))).toBe(false)
  })

  it('shows what was said, asked for or not, and never as a formula', async () => {
    const mark = (item: string, evaluator: string, reason: string) => ({
      unit: 't1',
      fact: `mark:${item}`,
      period: null,
      value: { number: { num: 5n, den: 1n } },
      evaluator,
      reason,
    })
    const facts = [mark('order', 'office', '=A1'), mark('praise', 'leaders', '推动有力')]
    const none = { events: [], reported: [], pending: [], history: [], lineage: [], previous: [] }
    const filled = await openBook(await template(scheme, { filled: { units, facts, ...none } }))
    const sheet = sheetNamed(filled, '打分')
    expect(cell(sheet, 'reason:order@office').value).toBe("'=A1")
    expect(cell(sheet, 'reason:praise@leaders').value).toBe('推动有力')
    expect(sheet.getCell(2, columnOf(sheet, 'reason:praise@leaders')).text).toBe('可不填')
  })
})

describe('periods that the scheme does not number', () => {
  it('are twelve to begin with, and more can be added to the right', () => {
    const sheet = sheetNamed(book, '每课')
    expect(anchorsOf(sheet).filter((a) => a.startsWith('fact:lessons@'))).toHaveLength(12)
    const free = anchorsOf(sheet).length + 1
    for (const row of [1, 4]) expect(isLocked(sheet.getCell(row, free))).toBe(false)
    expect(sheet.getRow(2).getCell(2).text).toContain('在右边加列')
    const months = sheetNamed(book, '月报')
    expect(isLocked(months.getCell(1, anchorsOf(months).length + 1))).toBe(true)
  })
})

describe('notes', () => {
  it('name the clause, the use, who supplies it and on what evidence', () => {
    const note = noteOf(year.getCell(1, columnOf(year, 'fact:rate')))
    for (const words of [
      '依据：第三条',
      '用于：团费（第三条）',
      '提供：办公室',
      '台账（必交）',
      '空着是未知，0 是零',
    ])
      expect(note).toContain(words)
    const mark = sheetNamed(book, '打分')
    expect(noteOf(mark.getCell(1, columnOf(mark, 'mark:order@office')))).toContain('标准：检查记录')
    const praise = noteOf(mark.getCell(1, columnOf(mark, 'mark:praise@leaders')))
    expect(praise).toContain('依据：第九条')
    expect(praise).toContain('打分人：分管领导')
    expect(noteOf(sheetNamed(book, '走访').getCell(1, 1))).toContain('依据：第八条')
    expect(noteOf(sheetNamed(book, '月报').getCell(1, 3))).toContain('周期：每季度')
  })

  it('say when the identifier of an event is needed: two rows that are the same', () => {
    const visits = sheetNamed(book, '走访')
    const column = columnOf(visits, 'event-id')
    expect(visits.getCell(2, column).text).toBe('可不填；两行全同时要填')
    expect(noteOf(visits.getCell(1, column))).toContain('各填一个不同的编号')
  })
})

describe('protection', () => {
  it('is on every sheet without a password; headings and names are locked, places are open', () => {
    for (const sheet of book.worksheets) {
      const { sheetProtection } = sheet as unknown as { sheetProtection?: Record<string, unknown> }
      expect(sheetProtection).toMatchObject({ sheet: true })
      expect(sheetProtection).not.toHaveProperty('hashValue')
    }
    for (const sheet of book.worksheets.slice(1))
      for (const row of [1, 2, 3]) expect(isLocked(sheet.getCell(row, 3))).toBe(true)
    expect(isLocked(year.getCell(4, 2))).toBe(true)
    expect(isLocked(cell(year, 'fact:rate'))).toBe(false)
    expect(isLocked(cell(sheetNamed(book, '走访'), 'date', 4))).toBe(false)
    expect(isLocked(cell(sheetNamed(book, '走访'), 'date', 900))).toBe(false)
  })
})

describe('places that are not asked of a kind of unit', () => {
  const CLOSED = 'FFD0CECE'
  const isClosed = (sheet: Worksheet, anchor: string, row: number): boolean => {
    const place = cell(sheet, anchor, row)
    expect(isLocked(place)).toBe(fillOf(place) === CLOSED)
    return isLocked(place)
  }
  const closed = (sheet: Worksheet, anchor: string) =>
    [4, 5].map((row) => isClosed(sheet, anchor, row))

  it('are grey and locked, by the kinds that the items, sources and vetoes apply to', () => {
    expect(closed(year, 'fact:fields')).toEqual([false, true])
    expect(closed(year, 'fact:shops')).toEqual([true, false])
    expect(closed(year, 'fact:plan')).toEqual([true, false])
    expect(closed(sheetNamed(book, '打分'), 'mark:praise@leaders')).toEqual([false, true])
  })

  it('are open where all need them, where nobody is said to, and below those who need them', () => {
    expect(closed(year, 'fact:rate')).toEqual([false, false])
    expect(closed(year, 'fact:unused')).toEqual([false, false])
    expect(closed(sheetNamed(book, '月报'), 'fact:monthly@2023-Q1')).toEqual([false, false])
    expect(closed(sheetNamed(book, '打分'), 'mark:order@office')).toEqual([false, false])
    expect(isClosed(sheetNamed(book, '全年数据-支部'), 'fact:heads', 4)).toBe(false)
  })

  it('show what was reported nevertheless', async () => {
    const filled = {
      units,
      facts: [{ unit: 'p1', fact: 'fields', period: null, value: { na: true as const } }],
      events: [],
      reported: [],
      pending: [],
      history: [],
      lineage: [],
      previous: [],
    }
    const sheet = sheetNamed(await openBook(await template(scheme, { filled })), '全年数据')
    expect(cell(sheet, 'fact:fields', 5).value).toBe('不适用')
    expect(isLocked(cell(sheet, 'fact:fields', 5))).toBe(false)
  })
})

describe.each(NOTICES)('the template of %s', (name) => {
  it('has one place for each fact, kind of event and mark, and stale anchors nowhere', async () => {
    const notice = schemeOf(name)
    const whole = await openBook(await template(notice, { units: yearOf(name, notice).units }))
    const anchors = whole.worksheets.slice(1).map((sheet) => {
      const [first = '', ...rest] = anchorsOf(sheet)
      const anchor = readSheetAnchor(first)
      return { sheet: anchor?.sheet, columns: [anchor?.first ?? '', ...rest].map(readColumnAnchor) }
    })
    const columns = anchors
      .filter(({ sheet }) => sheet?.kind !== 'previous')
      .flatMap((a) => a.columns)
    expect(columns).not.toContain(undefined)
    const facts = columns.flatMap((c) => (c?.column === 'fact-value' ? [c.fact] : []))
    // Where no covered period is stated, the periods of a month are not known: they are added by hand.
    const listed = (notice.facts ?? []).filter((f) => f.period !== 'month' || notice.period)
    expect([...new Set(facts)].toSorted()).toEqual(listed.map((f) => f.id).toSorted())
    const places = columns.flatMap((c) =>
      c?.column === 'fact-value' ? [`${c.fact}@${c.period}`] : [],
    )
    expect(new Set(places).size).toBe(places.length)
    const marks = columns.flatMap((c) => (c?.column === 'mark-value' ? [c.item] : []))
    expect([...new Set(marks)]).toEqual(judgedItems(notice).map((j) => j.id))
    const events = anchors.flatMap(({ sheet }) => (sheet?.kind === 'event' ? [sheet.id] : []))
    expect(events).toEqual((notice.events ?? []).map((e) => e.id))
  })
})
