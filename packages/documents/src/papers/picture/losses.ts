import { figure, sayItem } from '../result/say.ts'
import type { ToldItem } from '../result/told.ts'
import { lengthOf } from './scale.ts'
import { bar, cut, LOSS, SHADE, type Shape, SOFT, words } from './shape.ts'

const ROW = 8.2
const BAR = { x: 128, width: 40 } as const
const SIGNS = 30

/** Where most was lost: how much, and which share of what could be had. */
export function losses(items: readonly ToldItem[], top: number, most: number): Shape[] {
  if (items.length === 0) return [words(14, top + 5, '各项都没有失分。', { fill: SOFT })]
  return items.slice(0, most).flatMap((item, at) => {
    const y = top + at * ROW
    const [lost, full] = [lengthOf(item.lost), lengthOf(item.full)]
    const share = full > 0 ? Math.min(1, lost / full) : 1
    const of = item.full === null ? '' : ` / ${item.full}`
    return [
      words(14, y + 5, cut(`${at + 1}. ${sayItem(item)}`, SIGNS)),
      bar(BAR.x, y + 2, BAR.width, 4, SHADE),
      bar(BAR.x, y + 2, BAR.width * share, 4, LOSS),
      words(BAR.x + BAR.width + 3, y + 5, `-${figure(item.lost ?? '')}${of}`, { fill: LOSS }),
    ]
  })
}
