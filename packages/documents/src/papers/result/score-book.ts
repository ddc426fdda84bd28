import type { Block, Column } from '../block.ts'
import type { Paper } from '../paper.ts'
import { table } from '../tables.ts'
import { blank, text, title } from '../words.ts'
import { pointsTable } from './points-table.ts'
import { frameOf, sayOutcome, sayRatified } from './say.ts'
import type { Told, ToldUnit } from './told.ts'

const GROUP: Column = { heading: '组别', share: 20 }
const COLUMNS: readonly Column[] = [
  { heading: '名次', share: 10, figures: true },
  { heading: '单位', share: 35 },
  { heading: '总分', share: 20, figures: true },
  { heading: '等次', share: 15, figures: true },
]

const rowOf = ({ name, rank, total, out, grade, computedGrade }: ToldUnit): string[] => [
  rank === null ? '' : `${rank.at}`,
  name,
  total ?? (out === null ? '未定' : '不参评'),
  computedGrade === undefined ? (grade ?? '') : `${grade}（调整，计算为${computedGrade}）`,
]

function ranks(units: readonly ToldUnit[]): Block {
  if (units.every(({ rank }) => rank?.among == null)) return table(COLUMNS, units.map(rowOf))
  const rows = units.map((unit) => [unit.rank?.among ?? '', ...rowOf(unit)])
  return table([GROUP, ...COLUMNS], rows)
}

function pageOf(unit: ToldUnit): Block[] {
  const { name, categories } = unit
  return [
    title(name, true),
    blank(),
    ...text(sayOutcome(unit) ?? '结果还没有定。'),
    ...(categories === null ? [] : [blank(), pointsTable(categories)]),
  ]
}

/** 计分册 on paper: everybody's total and rank, then for each unit its points clause by clause. */
export function scoreBook({ office, units }: Told): Paper {
  const name = `${office.title}计分册`
  const children = [
    title(name),
    blank(),
    ...text(`${sayRatified(office)}。共${units.length}个单位。`),
    blank(),
    ranks(units),
    ...units.flatMap(pageOf),
  ]
  return { ...frameOf(office), form: 'plain', name, children }
}
