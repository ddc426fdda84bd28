import { describe, expect, it } from 'vitest'
import { readFacts } from '../src/index.ts'
import {
  book,
  datasetOf,
  EVENT_HEAD,
  EVENT_ROW,
  readBook,
  readText,
  sheet,
  UNITS,
  YEAR_HEAD,
  YEAR_ROW,
} from './support/base.ts'
import { scheme } from './support/scheme.ts'
import { type TestSheet, workbook } from './support/xlsx.ts'

const codes = (bytes: Uint8Array): string[] => readBook(bytes).diagnostics.map((d) => d.code)
const factsIn = (...sheets: TestSheet[]) =>
  datasetOf(readBook(book(...sheets))).facts.map(({ unit, fact, period }) =>
    [unit, fact, period].join(' '),
  )

describe('sheets as they are', () => {
  it('finds headings below titles, and skips totals, notes and headings printed again', () => {
    const rows = [
      ['2023年度数据表'],
      [null, '单位：人'],
      ['单位', '培训团干部'],
      ['沙井镇团委', 3],
      ['小计', 3],
      ['单位', '培训团干部'],
      ['水西镇团委', 4],
      ['合 计', 7],
      [null, null],
      ['注：以上数据截至12月'],
      ['填表人：王某', null],
    ]
    const bytes = book(sheet('全年数据', rows))
    expect(datasetOf(readBook(bytes)).facts).toHaveLength(2)
    expect(codes(bytes).toSorted()).toEqual([
      'headings-again',
      'note-row',
      'note-row',
      'total-row',
      'total-row',
    ])
  })

  it('reads two rows of headings, merged', () => {
    const rows = [
      ['单位', '参学率', null, '按时报表', null],
      [null, '1月', '2月', '一季度', '二季度'],
      ['t01', '90%', '91%', '是', '否'],
    ]
    const bytes = book(sheet('分期数据', rows, { merges: ['A1:A2', 'B1:C1', 'D1:E1'] }))
    expect(codes(bytes)).toEqual([])
    expect(factsIn(sheet('分期数据', rows, { merges: ['A1:A2', 'B1:C1', 'D1:E1'] }))).toEqual([
      't01 study-rate 2023-01',
      't01 study-rate 2023-02',
      't01 on-time 2023-Q1',
      't01 on-time 2023-Q2',
    ])
  })

  it('reads a group of facts under a heading of their own', () => {
    const rows = [
      ['单位', '组织建设', null],
      [null, '培训团干部', '团费收缴率'],
      ['t01', 3, '90%'],
    ]
    expect(factsIn(sheet('全年数据', rows, { merges: ['A1:A2', 'B1:C1'] }))).toEqual(
      ['t01 trained null', 't01 fee-rate null'].map((t) => t.replace('null', '')),
    )
  })

  it('reads periods in brackets and as dates that a spreadsheet made of 2023-04', () => {
    expect(
      factsIn(
        sheet('全年数据', [
          ['单位', '参学率（4月）', '参学率(2023年5月)'],
          ['t01', '90%', '91%'],
        ]),
      ),
    ).toEqual(['t01 study-rate 2023-04', 't01 study-rate 2023-05'])
    expect(
      factsIn(
        sheet('数据', [
          ['单位', '数据', '期', '值'],
          ['t01', '参学率', { date: 45017 }, '90%'],
        ]),
      ),
    ).toEqual(['t01 study-rate 2023-04'])
  })

  it('lets a unit merged over several rows stand for all of them', () => {
    const rows = [
      EVENT_HEAD,
      EVENT_ROW,
      [null, '2023-04-05', '市级', 3, 'b'],
      [null, '2023-05-05', '省级', 4, 'c'],
    ]
    const { events } = datasetOf(readBook(book(sheet('志愿服务活动', rows, { merges: ['A2:A4'] }))))
    expect(events.map((e) => e.unit)).toEqual(['t01', 't01', 't01'])
  })

  it('reads hidden rows, columns and sheets, and says so', () => {
    const bytes = book(
      sheet('全年数据', [YEAR_HEAD, YEAR_ROW], {
        hidden: true,
        hiddenRows: [2],
        hiddenColumns: [4],
      }),
    )
    expect(datasetOf(readBook(bytes)).facts).toHaveLength(9)
    expect(codes(bytes).toSorted()).toEqual(['hidden-column', 'hidden-row', 'hidden-sheet'])
  })

  it('counts dates from 1904 where the workbook does', () => {
    const bytes = workbook({
      from1904: true,
      sheets: [
        sheet('单位', UNITS),
        sheet('志愿服务活动', [EVENT_HEAD, ['t01', { date: 43465 }, '区级', 1, 'x']]),
      ],
    })
    expect(datasetOf(readBook(bytes)).events[0]?.date).toBe('2023-01-01')
  })

  it('reads data and runs nothing where there are macros, and warns of links', () => {
    const bytes = workbook({ macros: true, outsideLinks: true, sheets: [sheet('单位', UNITS)] })
    const result = readFacts([{ path: 'a.xlsm', bytes }], scheme)
    expect(result.diagnostics.map((d) => [d.code, d.severity])).toEqual([
      ['macros', 'warning'],
      ['outside-links', 'warning'],
    ])
    expect(result.dataset?.units).toHaveLength(5)
  })

  it('tells equal duplicates and keeps one', () => {
    const bytes = book(
      sheet('全年数据', [
        ['单位', '培训团干部'],
        ['t01', 3],
        ['沙井镇团委', '3人'],
      ]),
    )
    expect(datasetOf(readBook(bytes)).facts).toHaveLength(1)
    expect(codes(bytes)).toEqual(['duplicate'])
  })

  it('keeps unknown, zero and not reported apart for events', () => {
    const rows = [
      ['事件', '已报齐', '未报齐的单位'],
      ['志愿服务活动', '是', '水西镇团委、水东镇团委'],
      ['获得表彰', null, null],
    ]
    const dataset = datasetOf(readBook(book(sheet('事件报齐', rows))))
    expect(dataset.reported).toEqual(['volunteer'])
    expect(dataset.pending).toEqual([
      { unit: 't02', event: 'volunteer' },
      { unit: 't03', event: 'volunteer' },
    ])
  })

  it('reads 零报告 by unit: whoever did not report is pending', () => {
    const dataset = datasetOf(
      readBook(
        book(
          sheet('零报告', [
            ['单位', '事件', '报齐'],
            ['t01', '获得表彰', '是'],
            ['t02', '获得表彰', '否'],
          ]),
        ),
      ),
    )
    expect(dataset.reported).toEqual(['award'])
    expect(dataset.pending.map((p) => p.unit)).toEqual(['t02', 't03', 's01'])
  })

  it('keeps 否 apart from a blank: the one takes back, the other says nothing', () => {
    const whole = [
      ['事件', '已报齐'],
      ['志愿服务活动', '否'],
      ['获得表彰', null],
    ]
    expect(readBook(book(sheet('事件报齐', whole))).denied).toEqual([
      { event: 'volunteer', unit: null },
    ])
    const single = [
      ['单位', '事件', '报齐'],
      ['t02', '获得表彰', '否'],
    ]
    expect(readBook(book(sheet('零报告', single))).denied).toEqual([
      { event: 'award', unit: 't02' },
    ])
  })

  it('warns when events were read and are not declared complete', () => {
    expect(codes(book(sheet('志愿服务活动', [EVENT_HEAD, EVENT_ROW])))).toEqual(['not-complete'])
  })

  it('reads marks wide and long, earlier years, lineage and last year', () => {
    const dataset = datasetOf(
      readBook(
        book(
          sheet('打分', [
            ['单位', '品牌工作（组织部）', '品牌工作（宣传部）', '述职'],
            ['t01', 18, 17.5, 9],
          ]),
          sheet('沿革', [
            ['单位', '原单位', '起始年度'],
            ['t02', '北河镇团委', 2023],
          ]),
          sheet('往年结果', [
            ['单位', '年度', '总分', '名次', '符合'],
            ['北河镇团委', 2022, '88.5', 20, '后两成约谈'],
          ]),
          sheet('上年数据', [
            ['单位', '工作经费', '参学率（2022年4月）'],
            ['t01', 2, '80%'],
          ]),
        ),
      ),
    )
    expect(dataset.facts.map((f) => [f.fact, f.evaluator])).toEqual([
      ['mark:brand', 'organisation'],
      ['mark:brand', 'propaganda'],
      ['mark:report', 'organisation'],
    ])
    expect(dataset.history).toMatchObject([
      { unit: 't02', year: 2022, rank: 20, met: ['bottom20'] },
    ])
    expect(dataset.lineage).toEqual([{ unit: 't02', from: '北河镇团委', since: 2023 }])
    expect(dataset.previous.map((f) => [f.fact, f.period])).toEqual([
      ['funds', null],
      ['study-rate', '2023-04'],
    ])
  })

  it('says of a unit read by its lineage that it is the earlier one', () => {
    const { diagnostics } = readBook(
      book(
        sheet('沿革', [
          ['单位', '原单位', '起始年度'],
          ['t02', '北河镇团委', 2023],
        ]),
        sheet('往年结果', [
          ['单位', '年度', '名次'],
          ['北河镇团委', 2022, 20],
        ]),
      ),
    )
    const told = diagnostics.filter(({ code }) => code === 'former-unit').map((d) => d.message)
    expect(told).toEqual([expect.stringMatching(/^.*按沿革，这是“.+”的原单位，记在“.+”名下.*$/)])
    expect(diagnostics.map(({ code }) => code)).not.toContain('other-name')
  })

  it('reads over three hundred thousand empty rows', () => {
    const bytes = book(sheet('全年数据', [YEAR_HEAD, YEAR_ROW], { emptyRows: 300_000 }))
    expect(datasetOf(readBook(bytes)).facts).toHaveLength(9)
  })
})

describe('text tables', () => {
  // 单位,数据,值 / 沙井镇团委,培训团干部,3 in GB18030.
  const GB18030 = Uint8Array.from(
    Buffer.from(
      'b5a5cebb2ccafdbedd2cd6b50ac9b3beaed5f2cdc5ceaf2cc5e0d1b5cdc5b8c9b2bf2c330a',
      'hex',
    ),
  )

  it('reads GB18030', () => {
    const result = readFacts(
      [
        { path: '名单.xlsx', bytes: book() },
        { path: '数据.csv', bytes: GB18030 },
      ],
      scheme,
    )
    expect(datasetOf(result).facts).toMatchObject([
      { unit: 't01', fact: 'trained', origin: '数据.csv:2' },
    ])
  })

  it.each([
    ['UTF-8', '单位,培训团干部\nt01,3\n'],
    ['UTF-8 with mark', '\uFEFF单位,培训团干部\r\nt01,3\r\n'],
    ['tabs', '单位\t培训团干部\nt01\t3\n'],
    ['full-width commas', '单位，培训团干部\nt01，3\n'],
  ])('reads %s', (_, text) => {
    expect(datasetOf(readText('2023年-全年数据.csv', text)).facts).toMatchObject([
      { unit: 't01', fact: 'trained' },
    ])
  })

  it('names a wrong ending and reads by content', () => {
    const result = readFacts(
      [{ path: '数据.csv', bytes: book(sheet('全年数据', [YEAR_HEAD, YEAR_ROW])) }],
      scheme,
    )
    expect(result.diagnostics.map((d) => d.code)).toEqual(['wrong-ending'])
    expect(datasetOf(result).facts).toHaveLength(9)
  })

  it('speaks English when asked', () => {
    const bytes = book(
      sheet('全年数据', [
        ['单位', '培训团干部'],
        ['t01', '约30'],
      ]),
    )
    const [first] = readFacts([{ path: 'a.xlsx', bytes }], scheme, { language: 'en' }).diagnostics
    expect(first?.message).toBe(
      'a.xlsx!全年数据!B2 培训团干部: found “约30”: this is not an exact number; write one exact number (人) (did you mean “30”?)',
    )
  })
})
