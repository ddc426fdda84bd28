import type { Block, Column } from '../block.ts'
import { table } from '../tables.ts'
import { figure } from './say.ts'
import type { ToldCategory } from './told.ts'

const COLUMNS: readonly Column[] = [
  { heading: '条款', share: 15 },
  { heading: '指标', share: 25 },
  { heading: '满分', share: 8, figures: true },
  { heading: '得分', share: 9, figures: true },
  { heading: '失分', share: 9, figures: true },
  { heading: '怎样得来', share: 34 },
]

const MOST_LINES = 3
const said = (lines: readonly string[]): string =>
  [
    ...lines.slice(0, MOST_LINES),
    ...(lines.length > MOST_LINES ? [`（共${lines.length}条）`] : []),
  ].join('\n')

/** The points of a unit, clause by clause, under the points of each category. */
export function pointsTable(categories: readonly ToldCategory[]): Block {
  const rows = categories.flatMap((category) => [
    {
      strong: [
        '',
        category.name,
        category.full ?? '',
        figure(category.points),
        '',
        category.weight === null ? '' : `占${category.weight}`,
      ],
    },
    ...category.items.map(({ clause, name, points, full, lost, lines }) => [
      clause ?? '',
      name,
      full ?? '',
      figure(points),
      figure(lost ?? ''),
      said(lines),
    ]),
  ])
  return table(COLUMNS, rows)
}
