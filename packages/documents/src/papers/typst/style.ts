/**
 * Official documents (GB/T 9704-2012) in the language of the typesetter: the page, its lines and signs, and a
 * function for each part of a paper, which takes texts as literals. The caller defines `mark`, `name`, `author`,
 * `made` and `lines` (from line to line, in points) before it.
 */
export const STYLE = `
#let fonts = json(bytes(sys.inputs.fonts))
#let sign = 16pt
// 28 signs in 156 mm (5.2.3).
#let pitch = lines * 1pt
#let step = 156mm / 28 - 0.01pt
#let tight = step - sign
#let red = rgb("#ff0000")
#let fill-line = pitch - sign
#set document(title: name, author: author, date: made)
#set text(..fonts.text, size: sign, tracking: tight, lang: "zh", region: "cn", fallback: false,
  cjk-latin-spacing: none, top-edge: 0.88em, bottom-edge: -0.12em)
#set par(leading: fill-line, spacing: fill-line, justify: true)
#set block(spacing: fill-line)
// — 1 —, one sign from the outer edge, 7 mm below the text (7.5).
#let page-number = context {
  let odd = calc.odd(here().page())
  align(if odd { right } else { left }, pad(x: 14pt, text(..fonts.page, size: 14pt, tracking: 0pt,
    "— " + str(here().page()) + " —")))
}
#let across = if mark != none {
  place(center + horizon, rotate(-45deg, text(..fonts.heading, size: 64pt, tracking: 0pt, fill: luma(222), mark)))
}
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), footer-descent: 7mm,
  footer: page-number, background: across)
#show heading: set text(size: sign)
#show heading: it => block(sticky: true, width: 100%, above: fill-line, below: fill-line, it.body)
#show title: it => block(sticky: true, width: 100%, above: fill-line, below: fill-line, it.body)

#let indented(words) = par(first-line-indent: (amount: 2 * step, all: true), words)
#let kept(words, keep) = block(sticky: keep, width: 100%, words)
#let blank-line = block(height: sign, width: 100%)
#let kept-line = block(height: sign, width: 100%, sticky: true)
#let in-title(lines) = {
  set text(..fonts.title, size: 22pt, tracking: 0pt)
  set par(leading: 14pt, justify: false)
  align(center, lines.join(linebreak()))
}
#let paper-title(new, ..lines) = {
  if new { pagebreak(weak: true) }
  if new { block(sticky: true, width: 100%, in-title(lines.pos())) } else { title(in-title(lines.pos())) }
}
#let text-line(words, keep) = kept(indented(words), keep)
#let flush-line(words, keep) = kept(par(words), keep)
#let head-line(level, words) = {
  let look = (fonts.heading, fonts.subheading, fonts.text + (weight: 700)).at(level - 1)
  heading(level: level, outlined: true, indented(text(..look, words)))
}
#let attached-word = { pagebreak(weak: true); block(sticky: true, text(..fonts.heading, "附件")) }
#let attachment-lines(..names) = {
  kept-line
  for (at, words) in names.pos().enumerate() {
    block(sticky: true, pad(left: if at == 0 { 2 * step } else { 5 * step }, words))
  }
}
#let signed(issuer, date) = {
  kept-line
  // The date four signs from the right, the office centred above it (7.3.5.1).
  block(width: 100%, breakable: false, context {
    let aside = calc.max(0pt, 4 * step + (measure(date).width - measure(issuer).width) / 2)
    align(right, pad(right: aside, issuer))
    align(right, pad(right: 4 * step, date))
  })
}
#let in-cell(lines) = lines.map(((words, bold)) => if bold { text(weight: 700, words) } else { words }).join(linebreak())
#let small(body) = {
  set text(size: 12pt, tracking: 0pt)
  set par(leading: 7pt, spacing: 7pt, justify: false)
  body
}
#let paper-table(tearing, columns, head, ..rows) = small(table(
  columns: columns.map(((share, figures)) => share * 1fr),
  align: (at, row) => if row == 0 or columns.at(at).last() { center + horizon } else { left + horizon },
  inset: (x: 4pt, y: 4pt), stroke: 0.5pt,
  table.header(..head.map(words => text(..fonts.heading, words))),
  ..rows.pos().map(((strong, cells)) => cells.map(lines => table.cell(breakable: tearing, {
    if strong { text(..fonts.heading, in-cell(lines)) } else { in-cell(lines) }
  }))).flatten(),
))
#let paper-form(..rows) = small(table(
  columns: (4.24cm, 1fr),
  rows: rows.pos().map(((label, words, room)) => if room > 0 { room * 1mm } else { auto }),
  align: (at, row) => if at == 0 { center + horizon } else { left + horizon },
  inset: 6pt, stroke: 0.5pt,
  ..rows.pos().map(((label, words, room)) => (
    text(..fonts.heading, label.join(linebreak())), words.join(linebreak()))).flatten(),
))
#let paper-code(picture, says, link) = block(width: 100%, breakable: false, sticky: true, align(center, {
  image(bytes(picture), format: "svg", width: 45mm, alt: says)
  set par(leading: 4pt)
  text(..fonts.latin, size: 8.5pt, tracking: 0pt, link)
}))
// As large as fits into one line; at most 46 points.
#let office-name(words, width) = context {
  let wide = measure(text(..fonts.title, size: 46pt, tracking: 0pt, words)).width
  text(..fonts.title, size: calc.min(46pt, 46pt * (width / wide)), tracking: 0pt, fill: red, words)
}
#let rule-pair(thick-first) = {
  let (thick, thin) = (1.5pt, 0.5pt).map(width => rect(width: 100%, height: width, fill: red, stroke: none))
  stack(spacing: 0.8pt, ..if thick-first { (thick, thin) } else { (thin, thick) })
}
// A letter: the office 30 mm from the upper edge, rules of 170 mm; no number on its first page (10.1).
#let letter-page(issuer, number, body) = {
  set page(footer: context if here().page() == 1 {
    place(top, dy: 8mm - 3pt, dx: -8mm, block(width: 170mm, rule-pair(false)))
  } else { page-number })
  v(-7mm)
  block(spacing: 0pt, breakable: false, width: 100%, pad(left: -8mm, right: -6mm, {
    block(spacing: 0pt, width: 100%, align(center, office-name(issuer, 170mm)))
    block(above: 4mm, width: 100%, rule-pair(true))
  }))
  // Seven eighths of a sign below the rule.
  v(14pt)
  align(right, number)
  blank-line
  blank-line
  body
}
// A document: the office 35 mm below the upper edge of the text, its number two lines below, a rule (7.2).
#let document-page(issuer, number, body) = {
  v(35mm)
  align(center, office-name(issuer, 156mm))
  blank-line
  blank-line
  align(center, number)
  block(above: 4mm, line(length: 100%, stroke: 1.2pt + red))
  blank-line
  blank-line
  body
}
// Who gets a copy, who printed it and when, at the foot of the last page (7.4).
#let colophon(copies, printer, printed) = {
  set text(size: 14pt, tracking: 0pt)
  let row(body) = block(above: 5pt, below: 5pt, inset: (x: 14pt), width: 100%, body)
  v(1fr)
  block(breakable: false, width: 100%, {
    set par(leading: 8pt)
    line(length: 100%, stroke: 1pt)
    if copies != none { row(copies); line(length: 100%, stroke: 0.7pt) }
    row(printer + h(1fr) + printed)
    line(length: 100%, stroke: 1pt)
  })
}
`
