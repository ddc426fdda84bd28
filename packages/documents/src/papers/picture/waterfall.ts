import { figure } from '../result/say.ts'
import type { ToldStep } from '../result/told.ts'
import { lengthOf, scaleFor } from './scale.ts'
import { bar, cut, FAINT, GAIN, line, LOSS, type Shape, SOFT, WHOLE, words } from './shape.ts'

const NAMES = 48
const CHART = { x: 62, width: 104 } as const
const MOST_ROW = 8
const SIGNS = 13

/** From the full points to the total, a bar for each step with what it lost or brought. */
export function waterfall(steps: readonly ToldStep[], top: number, height: number): Shape[] {
  const scale = scaleFor(
    steps.map(({ to }) => lengthOf(to)),
    CHART.x,
    CHART.width,
  )
  const row = Math.min(MOST_ROW, (height - MOST_ROW) / steps.length)
  const bottom = top + row * steps.length
  const grid = scale.marks.flatMap((mark) => [
    line(scale.at(mark), top, scale.at(mark), bottom, FAINT),
    words(scale.at(mark), bottom + 4, `${mark}`, { size: 3, anchor: 'middle', fill: SOFT }),
  ])
  const rows = steps.flatMap(({ name, change, to }, at) => {
    const y = top + row * at
    const before = change === null ? scale.from : lengthOf(steps[at - 1]?.to ?? null)
    const [low, high] = [before, lengthOf(to)].toSorted((a, b) => a - b) as [number, number]
    const fill = change === null ? WHOLE : change.startsWith('-') ? LOSS : GAIN
    const bold = change === null ? ({ bold: true } as const) : {}
    return [
      words(14 + NAMES - 2, y + row * 0.68, cut(name, SIGNS), { anchor: 'end', ...bold }),
      bar(
        scale.at(low),
        y + row * 0.2,
        Math.max(0.3, scale.at(high) - scale.at(low)),
        row * 0.6,
        fill,
      ),
      words(CHART.x + CHART.width + 3, y + row * 0.68, figure(change ?? to), { fill, ...bold }),
    ]
  })
  const note =
    scale.from === 0
      ? []
      : [words(CHART.x, bottom + 8, `横轴从${scale.from}分起`, { size: 3, fill: SOFT })]
  return [...grid, ...rows, ...note]
}
