import type { Told, ToldItem, ToldUnit } from '../../src/index.ts'

const fee: ToldItem = {
  clause: '一（一）1',
  name: '团费',
  points: '40',
  full: '40',
  lost: null,
  lines: ['团费收缴率 96%，得40分'],
}
const brand: ToldItem = {
  clause: '二',
  name: '品牌工作',
  points: '52.5',
  full: '60',
  lost: '7.5',
  lines: ['组织部评 52.5分'],
}

/** A unit of which everything may be told. */
export const openUnit: ToldUnit = {
  name: '石桥镇团委',
  leader: '中共石桥镇委员会',
  out: null,
  grade: '好',
  total: '92.5',
  full: '100',
  rank: { at: 1, of: 2, among: null },
  categories: [
    { name: '基础工作', points: '92.5', full: '100', weight: null, items: [fee, brand] },
  ],
  sources: [{ name: '基础工作', points: '92.5', full: '100', weight: null }],
  steps: [
    { name: '满分', change: null, to: '100' },
    { name: '基础工作', change: '-7.5', to: '92.5' },
    { name: '总分', change: null, to: '92.5' },
  ],
  comment: '品牌立得住。\n台账要补齐。',
  commended: ['授予先进单位'],
}

/** One of which nothing was released but its grade. */
export const closedUnit: ToldUnit = {
  ...openUnit,
  name: '河口镇团委',
  leader: '中共河口镇委员会',
  grade: '较好',
  total: null,
  full: null,
  rank: null,
  categories: null,
  sources: null,
  steps: null,
  comment: null,
  commended: [],
}

/** What papers are made of, as tests change it. */
export function told(units: readonly ToldUnit[] = [openUnit]): Told {
  return {
    office: {
      issuer: '共青团示范县委员会',
      title: '2023年度考核',
      ratified: { body: '书记会', on: '2024-01-20', number: '3号' },
      number: '示团函〔2024〕8号',
      signedOn: '2024-01-22',
      copies: '县委组织部',
      contact: '联系人：张三',
      mark: null,
    },
    units,
    grades: ['好', '较好'],
    ranking: false,
  }
}
