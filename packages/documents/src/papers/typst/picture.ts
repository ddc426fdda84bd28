import { LOSS, settled, type Shape } from '../picture/shape.ts'
import { literal } from './literal.ts'
import { type Settings, settings } from './settings.ts'

// As drawn in millimetres; words stand on their line, and shapes without words are passed over by who reads aloud.
const STYLE = `
#let fonts = json(bytes(sys.inputs.fonts))
#set document(title: name, author: author, date: made)
#set page(paper: "a4", margin: 0mm, background: if mark != none {
  place(center + horizon, rotate(-35deg, text(..fonts.heading, size: 20mm, fill: rgb("${LOSS}").lighten(84%), mark)))
})
#set text(..fonts.text, lang: "zh", region: "cn", fallback: false, cjk-latin-spacing: none,
  top-edge: "baseline", bottom-edge: "baseline")
#set par(spacing: 0pt, leading: 0pt)
#set block(spacing: 0pt)
#show heading: it => it.body
#let room = 200mm
#let words(x, y, size, fill, bold, side, level, said) = {
  let aside = if side == left { 0mm } else if side == center { room / 2 } else { room }
  let look = if bold { fonts.heading } else { fonts.text }
  let shown = text(..look, size: size * 1mm, fill: rgb(fill), said)
  place(top + left, dx: x * 1mm - aside, dy: y * 1mm, box(width: room, align(side,
    if level > 0 { heading(level: level, shown) } else { shown })))
}
#let bar(x, y, width, height, fill) = place(top + left, dx: x * 1mm, dy: y * 1mm,
  rect(width: width * 1mm, height: height * 1mm, fill: rgb(fill), stroke: none))
#let rule(x1, y1, x2, y2, colour) = place(top + left,
  line(start: (x1 * 1mm, y1 * 1mm), end: (x2 * 1mm, y2 * 1mm), stroke: 0.25mm + rgb(colour)))
`

const SIDES = { start: 'left', middle: 'center', end: 'right' } as const

function drawn(shape: Shape): string {
  const n = (...values: number[]): string => values.map(settled).join(', ')
  if (shape.kind === 'bar') {
    const { x, y, width, height, fill } = shape
    return `#bar(${n(x, y, width, height)}, ${literal(fill)})`
  }
  if (shape.kind === 'line') {
    const { x1, y1, x2, y2, stroke } = shape
    return `#rule(${n(x1, y1, x2, y2)}, ${literal(stroke)})`
  }
  const { x, y, size, fill, bold, anchor, heading, text } = shape
  return `#words(${n(x, y, size)}, ${literal(fill)}, ${bold}, ${SIDES[anchor]}, ${heading ?? 0}, ${literal(text)})`
}

/** A drawing on A4 for the typesetter, which makes a PDF of it. */
export const pictureMarkup = (told: Settings, shapes: readonly Shape[]): string =>
  [settings(told), STYLE, ...shapes.map(drawn), ''].join('\n')
