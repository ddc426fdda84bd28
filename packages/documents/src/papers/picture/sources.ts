import { figure } from '../result/say.ts'
import type { ToldPart } from '../result/told.ts'
import { lengthOf } from './scale.ts'
import { bar, cut, LOSS, SHADE, type Shape, SOFT, WHOLE, words } from './shape.ts'

const LEFT = 14
const WIDTH = 182
const MOST = 6
const HEIGHT = 26

interface Place {
  readonly x: number
  readonly width: number
  readonly top: number
  /** The largest of all, against which a source without full points is drawn. */
  readonly largest: number
}

function column(one: ToldPart, { x, width, top, largest }: Place): Shape[] {
  const { name, points, full, weight } = one
  const most = lengthOf(full)
  const got = lengthOf(points)
  const share = Math.min(1, most > 0 ? Math.max(0, got / most) : Math.abs(got) / (largest || 1))
  const thick = Math.min(16, width * 0.4)
  const left = x + (width - thick) / 2
  const middle = x + width / 2
  const of = full === null ? '' : ` / ${full}`
  const said = weight === null ? '' : `占${weight}`
  return [
    ...(most > 0 ? [bar(left, top, thick, HEIGHT, SHADE)] : []),
    bar(left, top + HEIGHT * (1 - share), thick, HEIGHT * share, got < 0 ? LOSS : WHOLE),
    words(middle, top + HEIGHT + 5, `${figure(points)}${of}`, { anchor: 'middle', bold: true }),
    words(middle, top + HEIGHT + 10, cut(name, Math.floor(width / 4)), { anchor: 'middle' }),
    words(middle, top + HEIGHT + 14, said, { anchor: 'middle', size: 3, fill: SOFT }),
  ]
}

/** The sources side by side, each as much of its full points as it gave. */
export function sources(all: readonly ToldPart[], top: number): Shape[] {
  const shown = all.slice(0, MOST)
  const width = WIDTH / Math.max(3, shown.length)
  const largest = Math.max(...shown.map(({ points }) => Math.abs(lengthOf(points))))
  return shown.flatMap((one, at) => column(one, { x: LEFT + at * width, width, top, largest }))
}
