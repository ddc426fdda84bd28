import { chineseDate } from '../words.ts'
import { byLoss, sayRatified } from '../result/say.ts'
import type { Office, ToldUnit } from '../result/told.ts'
import { losses } from './losses.ts'
import { sources } from './sources.ts'
import { cut, FAINT, INK, line, type Shape, SOFT, WHOLE, words } from './shape.ts'
import { waterfall } from './waterfall.ts'

const [LEFT, RIGHT] = [14, 196]
const MOST_LOSSES = 6

const section = (y: number, name: string): Shape[] => [
  words(LEFT, y, name, { size: 4.6, bold: true, fill: WHOLE, heading: 2 }),
  line(LEFT, y + 2, RIGHT, y + 2),
]

function figures({ grade, computedGrade, total, full, rank }: ToldUnit): Shape[] {
  const all: [string, string, string][] = [
    ['等次', grade ?? '—', computedGrade === undefined ? '' : `会议调整，按得分为${computedGrade}`],
    ['总分', total ?? '—', full === null ? '' : `满分 ${full}`],
    [
      '名次',
      rank === null ? '—' : `${rank.at}`,
      rank === null ? '' : `${rank.of} 个${rank.among ?? '单位'}中`,
    ],
  ]
  return all.flatMap(([name, value, note], at) => {
    const x = LEFT + at * 62
    return [
      words(x, 48, name, { size: 3.6, fill: SOFT }),
      words(x, 60, cut(value, 8), { size: 11, bold: true }),
      words(x, 66, note, { size: 3.2, fill: SOFT }),
    ]
  })
}

/** One unit on one page of A4, in millimetres. Figures are exact; only lengths are drawn. */
export function drawing(office: Office, unit: ToldUnit): Shape[] {
  const { categories, steps, sources: parts } = unit
  const lost = byLoss((categories ?? []).flatMap(({ items }) => items))
  const none = (y: number): Shape[] => [words(LEFT, y, '还有没定的，暂不画出。', { fill: SOFT })]
  return [
    words(LEFT, 24, cut(unit.name, 24), { size: 8, bold: true, fill: INK, heading: 1 }),
    words(LEFT, 32, `${office.title}　${sayRatified(office)}`, { size: 3.6, fill: SOFT }),
    words(LEFT, 38, office.issuer, { size: 3.6, fill: SOFT }),
    line(LEFT, 41, RIGHT, 41, FAINT),
    ...figures(unit),
    ...section(78, '从满分到总分'),
    ...(steps === null ? none(88) : waterfall(steps, 83, 78)),
    ...section(172, '各个来源'),
    ...sources(parts ?? [], 179),
    ...section(230, '失分最多的'),
    ...losses(lost, 234, MOST_LOSSES),
    words(RIGHT, 292, chineseDate(office.signedOn), { size: 3, anchor: 'end', fill: SOFT }),
  ]
}
