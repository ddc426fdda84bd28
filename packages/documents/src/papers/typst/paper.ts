import { pitchOf } from '../fit.ts'
import { type Colophon, NO_NUMBER, type Paper } from '../paper.ts'
import { chineseDate } from '../words.ts'
import { marked } from './blocks.ts'
import { literal, literals } from './literal.ts'
import { settings } from './settings.ts'
import { STYLE } from './style.ts'

function footOf({ copies, printer, day }: Colophon): string {
  const copied = copies === '' ? 'none' : literal(`抄送：${copies}。`)
  return `#colophon(${copied}, ${literals([printer, `${chineseDate(day)}印发`])})`
}

function framed(paper: Paper, body: string): string {
  const number = paper.number || NO_NUMBER
  if (paper.form === 'plain') return body
  const office = paper.form === 'document' ? `${paper.issuer}文件` : paper.issuer
  return `#${paper.form}-page(${literals([office, number])})[\n${body}\n]`
}

/** The paper for the typesetter, which makes a PDF of it. */
export function paperMarkup(paper: Paper): string {
  const { name, issuer, day, watermark, children, colophon } = paper
  const body = [...children.map(marked), ...(colophon === undefined ? [] : [footOf(colophon)])]
  const told = settings({ name, author: issuer, day, mark: watermark ?? null })
  return `${told}\n#let lines = ${pitchOf(paper)}\n${STYLE}\n${framed(paper, body.join('\n'))}\n`
}
