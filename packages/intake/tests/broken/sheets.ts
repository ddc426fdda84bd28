import {
  book,
  EVENT_HEAD,
  EVENT_ROW,
  readBook,
  sheet,
  UNITS,
  YEAR_HEAD,
  YEAR_ROW,
} from '../support/base.ts'
import { type Sort, sort } from '../support/broken.ts'
import { workbook } from '../support/xlsx.ts'
import { sheetSort } from './helpers.ts'

type Rows = Parameters<typeof sheet>[1]

const unitsWith = (row: Rows[number]): Rows => [...UNITS, row]

function unitSort(name: string, code: string, rows: readonly [Rows[number], object][]): Sort {
  const variants = rows.map(([row, expect]) => ({
    name: JSON.stringify(row),
    expected: { code, sheet: '单位', ...expect },
    read: () => readBook(workbook({ sheets: [sheet('单位', unitsWith(row))] })),
  }))
  return sort(name, ...(variants as unknown as Sort['variants']))
}

const withHeading = (index: number, heading: string): Rows => [
  YEAR_HEAD.map((h, i) => (i === index ? heading : h)),
  YEAR_ROW,
]

export const sheetSorts: readonly Sort[] = [
  unitSort('单位编号重复', 'unit-twice', [
    [['t01', '新沙镇团委', '乡镇团委'], { cell: 'A7', found: 't01' }],
    [['s01', '城南街道团工委', '街道团工委'], { cell: 'A7' }],
    [['b01', '第二支部', null, null, '支部'], { cell: 'A7' }],
    [['t02', '水西镇团委', '乡镇团委'], { cell: 'A7' }],
    [['ｔ０３'.normalize('NFKC'), '水北镇团委', '乡镇团委'], { cell: 'A7' }],
  ]),
  unitSort('单位类别写错', 'unknown-type', [
    [['t04', '白杨镇团委', '乡镇团委员'], { cell: 'C7', nearest: '乡镇团委' }],
    [['t04', '白杨镇团委', '街道团委'], { cell: 'C7', nearest: '街道团工委' }],
    [['t04', '白杨镇团委', '学校'], { cell: 'C7', says: '乡镇团委、街道团工委' }],
    [['t04', '白杨镇团委', 'townships'], { cell: 'C7', nearest: 'township' }],
    [['t04', '白杨镇团委', 1], { cell: 'C7' }],
  ]),
  unitSort('没有写类别', 'no-type', [
    [['t04', '白杨镇团委', null], { cell: 'C7' }],
    [['t05', '双塔镇团委', ''], { cell: 'C7' }],
    [['t06', '石桥镇团委', '　'], { cell: 'C7' }],
    [['t07', null, null], { cell: 'C7' }],
    [['t08', '青禾镇团委', '\u200B'], { cell: 'C7' }],
  ]),
  unitSort('上级写错', 'unknown-unit', [
    [['b02', '第二支部', null, '沙并镇团委', '支部'], { cell: 'D7', nearest: '沙井镇团委' }],
    [['b02', '第二支部', null, 't11', '支部'], { cell: 'D7' }],
    [['b02', '第二支部', null, '县直机关', '支部'], { cell: 'D7' }],
    [
      ['b02', '第二支部', null, '城南街道团工委', '支部'],
      { cell: 'D7', nearest: '城关街道团工委' },
    ],
    [['b02', '第二支部', null, 0, '支部'], { cell: 'D7' }],
  ]),
  unitSort('层级写错', 'unknown-level', [
    [['b02', '第二支部', null, 't01', '支布'], { cell: 'E7', nearest: '支部' }],
    [['b02', '第二支部', null, 't01', '乡镇'], { cell: 'E7', nearest: '乡镇街道' }],
    [['b02', '第二支部', null, 't01', '班级'], { cell: 'E7', says: '乡镇街道、支部' }],
    [['b02', '第二支部', null, 't01', 'branches'], { cell: 'E7', nearest: 'branch' }],
    [['b02', '第二支部', null, 't01', 3], { cell: 'E7' }],
  ]),
  sheetSort('填报的层级不对', 'wrong-level', [
    [
      '数据',
      [
        ['单位', '数据', '值'],
        ['沙井镇团委', '支部团员数', 12],
      ],
      { cell: 'C2', says: '支部' },
    ],
    [
      '数据',
      [
        ['单位', '数据', '值'],
        ['第一支部', '培训团干部', 12],
      ],
      { cell: 'C2', says: '不是考核对象' },
    ],
    [
      '全年数据',
      [
        ['单位', '支部团员数'],
        ['城关街道团工委', 30],
      ],
      { cell: 'B2' },
    ],
    ['志愿服务活动', [EVENT_HEAD, ['第一支部', '2023-03-05', '区级', 3, 'x']], { cell: 'A2' }],
    [
      '全年数据',
      [
        ['单位编号', '团费收缴率'],
        ['b01', '90%'],
      ],
      { cell: 'B2' },
    ],
  ]),
  sheetSort('不认识的列', 'unknown-column', [
    ['全年数据', withHeading(2, '团费收激率'), { cell: 'C1', nearest: '团费收缴率' }],
    ['全年数据', withHeading(3, '培训团干'), { cell: 'D1', nearest: '培训团干部' }],
    [
      '志愿服务活动',
      [
        ['单位', '日期', '活动级别', '参加人员数'],
        ['t01', '2023-03-05', '区级', 3],
      ],
      { cell: 'D1', nearest: '参加人数' },
    ],
    ['全年数据', withHeading(8, '附加'), { cell: 'I1', found: '附加' }],
    [
      '打分',
      [
        ['单位', '品牌工做'],
        ['t01', 3],
      ],
      { cell: 'B1', nearest: '品牌工作' },
    ],
  ]),
  sheetSort('两列相同', 'column-twice', [
    ['全年数据', withHeading(3, '团费收缴率'), { cell: 'D1' }],
    [
      '全年数据',
      [
        ['单位', '单位名称', '培训团干部'],
        ['t01', 't01', 3],
      ],
      { cell: 'B1' },
    ],
    [
      '志愿服务活动',
      [
        ['单位', '日期', '日期', '参加人数'],
        ['t01', '2023-03-05', '2023-03-06', 3],
      ],
      { cell: 'C1' },
    ],
    [
      '数据',
      [
        ['单位', '数据', '值', '数值'],
        ['t01', '培训团干部', 3, 4],
      ],
      { cell: 'D1' },
    ],
    [
      '参学率',
      [
        ['单位', '1月', '2023-01'],
        ['t01', '90%', '91%'],
      ],
      { cell: 'C1' },
    ],
  ]),
  sheetSort('合并了数值格', 'merged', [
    ['全年数据', [YEAR_HEAD, YEAR_ROW, ['t02', '水西镇团委']], { cell: 'C2' }, ['C2:C3']],
    ['全年数据', [YEAR_HEAD, YEAR_ROW], { cell: 'D2' }, ['D2:E2']],
    [
      '志愿服务活动',
      [EVENT_HEAD, EVENT_ROW, ['t02', null, '区级', 3, 'y']],
      { cell: 'B2' },
      ['B2:B3'],
    ],
    [
      '数据',
      [
        ['单位', '数据', '值'],
        ['t01', '培训团干部', 3],
        ['t02', '培训团干部', null],
      ],
      { cell: 'C2' },
      ['C2:C3'],
    ],
    [
      '参学率',
      [
        ['单位', '1月', '2月'],
        ['t01', '90%', null],
      ],
      { cell: 'B2' },
      ['B2:C2'],
    ],
  ]),
  sheetSort('同一处两个数不一致', 'conflict', [
    [
      '全年数据',
      [YEAR_HEAD, YEAR_ROW, ['t01', '沙井镇团委', '97%']],
      { cell: 'C3', says: '全年数据!C2' },
    ],
    [
      '数据',
      [
        ['单位', '数据', '期', '值'],
        ['t01', '参学率', '4月', '90%'],
        ['沙井镇团委', 'study-rate', '2023-04', '91%'],
      ],
      { cell: 'D3', says: '数据!D2' },
    ],
    [
      '打分',
      [
        ['单位', '指标', '打分人', '分数'],
        ['t01', '述职', '组织部', 8],
        ['t01', '述职', null, 9],
      ],
      { cell: 'D3' },
    ],
    [
      '往年结果',
      [
        ['单位', '年度', '名次'],
        ['t01', 2022, 3],
        ['t01', '2022年', 4],
      ],
      { cell: '3:3' },
    ],
    [
      '全年数据',
      [
        ['单位', '制定年度计划'],
        ['t02', '是'],
        ['西河乡团委', '否'],
      ],
      { cell: 'B3', found: '否' },
    ],
  ]),
  sheetSort('事件重复', 'duplicate-event', [
    ['志愿服务活动', [EVENT_HEAD, EVENT_ROW, EVENT_ROW], { cell: '3:3', says: 'B2' }],
    [
      '志愿服务活动',
      [EVENT_HEAD, EVENT_ROW, ['t01', '2023年3月5日', '区级', '12人', '学雷锋', '照片1.jpg']],
      { cell: '3:3' },
    ],
    [
      '志愿服务活动',
      [
        ['编号', '单位', '日期'],
        ['v1', 't01', '2023-03-05'],
        ['v1', 't02', '2023-03-06'],
      ],
      { cell: '3:3', says: 'v1' },
    ],
    [
      '获得表彰',
      [
        ['单位', '日期', '表彰级别'],
        ['t01', 45000, '县级'],
        ['t01', '2023-03-15', '县级'],
      ],
      { cell: '3:3' },
    ],
    [
      '获得表彰',
      [
        ['单位', '日期'],
        ['t01', '2023-03-15'],
        ['t02', '2023-03-15'],
        ['t01', '2023-03-15'],
      ],
      { cell: '4:4' },
    ],
  ]),
  sheetSort('找不到标题行', 'no-headings', [
    [
      '全年数据',
      [
        ['t01', '沙井镇团委', '98%'],
        ['t02', '水西镇团委', '97%'],
      ],
      {},
    ],
    ['志愿服务活动', [['2023-03-05', '区级']], {}],
    ['打分', [[1, 2, 3]], {}],
    ['数据', [['请见附件']], {}],
    ['往年结果', [['第一名', '第二名']], {}],
  ]),
  sheetSort('表名写错', 'unknown-sheet', [
    ['全年数椐', [['a'], ['b']], { nearest: '全年数据' }],
    ['志愿服务活动1', [['a'], ['b']], { nearest: '志愿服务活动' }],
    ['往年成绩', [['a'], ['b']], { nearest: '往年结果' }],
    ['参学律', [['a'], ['b']], { nearest: '参学率' }],
    ['事件报其', [['a'], ['b']], { nearest: '事件报齐' }],
  ]),
  sheetSort('报齐表写错', 'unknown-event', [
    [
      '事件报齐',
      [
        ['事件', '已报齐'],
        ['志愿服务', '是'],
        ['志愿活动服务', '是'],
      ],
      { cell: 'A2' },
    ],
    [
      '事件报齐',
      [
        ['事件', '已报齐'],
        ['获得表障', '是'],
      ],
      { cell: 'A2', nearest: '获得表彰' },
    ],
    [
      '零报告',
      [
        ['单位', '事件', '报齐'],
        ['t01', '获奖', '是'],
      ],
      { cell: 'B2' },
    ],
    [
      '事件报齐',
      [
        ['事件', '已报齐'],
        ['awards', '是'],
      ],
      { cell: 'A2', nearest: 'award' },
    ],
    [
      '事件报齐',
      [
        ['事件', '已报齐'],
        ['信息稿件', '否'],
      ],
      { cell: 'A2' },
    ],
  ]),
  sheetSort('往年结果写错', 'unknown-outcome', [
    [
      '往年结果',
      [
        ['单位', '年度', '符合'],
        ['t01', 2022, '后两层约谈'],
      ],
      { cell: 'C2', nearest: '后两成约谈' },
    ],
    [
      '往年结果',
      [
        ['单位', '年度', '符合'],
        ['t01', 2022, 'bottom-20'],
      ],
      { cell: 'C2', nearest: 'bottom20' },
    ],
    [
      '往年结果',
      [
        ['单位', '年度', '符合'],
        ['t01', 2022, '通报批评'],
      ],
      { cell: 'C2' },
    ],
    [
      '往年结果',
      [
        ['单位', '年度', '符合'],
        ['t01', 2022, 'bottom20、表彰'],
      ],
      { cell: 'C2', found: '表彰' },
    ],
    [
      '往年结果',
      [
        ['单位', '年度', '符合'],
        ['t01', '2021年度', 1],
      ],
      { cell: 'C2' },
    ],
  ]),
  sheetSort('编号与名称对不上', 'unit-differs', [
    [
      '全年数据',
      [
        ['单位编号', '单位', '培训团干部'],
        ['t01', '水西镇团委', 3],
      ],
      { cell: 'B2', says: '沙井镇团委' },
    ],
    [
      '全年数据',
      [
        ['单位编号', '单位', '培训团干部'],
        ['t02', '沙井', 3],
      ],
      { cell: 'B2' },
    ],
    [
      '打分',
      [
        ['单位编号', '单位', '述职'],
        ['s01', '水东镇团委', 3],
      ],
      { cell: 'B2' },
    ],
    [
      '参学率',
      [
        ['单位编号', '单位', '1月'],
        ['t03', '水西镇团委', '90%'],
      ],
      { cell: 'B2' },
    ],
    [
      '数据',
      [
        ['单位编号', '单位', '数据', '值'],
        ['t03', '没有的单位', '培训团干部', 1],
      ],
      { cell: 'B2' },
    ],
  ]),
  sort(
    '没有单位名单',
    ...([
      [],
      [sheet('全年数据', [YEAR_HEAD, YEAR_ROW])],
      [sheet('单位', [['编号', '名称', '类别']])],
      [sheet('说明', [['怎样填']])],
      [sheet('单位', []), sheet('志愿服务活动', [EVENT_HEAD, EVENT_ROW])],
    ].map((sheets, i) => ({
      name: `${i}`,
      expected: { code: 'no-units' },
      read: () => readBook(workbook({ sheets })),
    })) as unknown as Sort['variants']),
  ),
  sort(
    '模板与方案不是同一版',
    ...([
      'fact:old-rate',
      'fact:old@2023-01',
      'mark:gone@organisation',
      'mark:none',
      'attribute:lost',
    ].map((anchor) => ({
      name: anchor,
      expected: { code: 'stale-template', sheet: '旧表', cell: 'B2', found: anchor },
      read: () =>
        readBook(
          book(
            sheet('旧表', [
              ['单位', '旧数据'],
              ['kaohe:facts|unit', anchor],
              ['t01', 3],
            ]),
          ),
        ),
    })) as unknown as Sort['variants']),
  ),
]
