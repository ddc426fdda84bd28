import { encodeQR } from 'qr'
import type { Block, Cell, Row } from '../block.ts'
import { array, literal, literals } from './literal.ts'

function cellOf(cell: Cell): string {
  const lines =
    typeof cell === 'string' ? cell.split('\n').map((text) => ({ text, bold: false })) : cell
  return array(lines.map(({ text, bold }) => `(${literal(text)}, ${bold === true})`))
}

function rowOf(row: Row): string {
  const [strong, cells] = 'strong' in row ? [true, row.strong] : [false, row]
  return `(${strong}, ${array(cells.map(cellOf))})`
}

function tableOf({ columns, rows, tearing }: Extract<Block, { kind: 'table' }>): string {
  const shares = columns.map(({ share, figures }) => `(${share}, ${figures === true})`)
  const head = columns.map(({ heading }) => literal(heading))
  const body = rows.map((row) => `, ${rowOf(row)}`).join('\n')
  return `#paper-table(${tearing}, ${array(shares)}, ${array(head)}${body})`
}

function formOf({ rows }: Extract<Block, { kind: 'form' }>): string {
  const linesOf = (text: string): string => array(text.split('\n').map(literal))
  const all = rows.map(({ label, text, room }) => `(${linesOf(label)}, ${linesOf(text)}, ${room})`)
  return `#paper-form(${all.join(', ')})`
}

const named = (names: readonly string[]): string[] =>
  names.map((name, at) => {
    const number = names.length === 1 ? '' : `${at + 1}. `
    return `${at === 0 ? '附件：' : ''}${number}${name}`
  })

/** What a part of a paper is for the typesetter: a call of one of the functions of `style.ts`. */
export function marked(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `#paper-title(${block.newPage}, ${literals(block.lines)})`
    case 'blank':
      return '#blank-line'
    case 'paragraph':
      return `#${block.style}-line(${literal(block.text)}, ${block.keep})`
    case 'heading':
      return `#head-line(${block.level}, ${literal(block.text)})`
    case 'attachments':
      return `#attachment-lines(${literals(named(block.names))})`
    case 'signature':
      return `#signed(${literals([block.issuer, block.date])})`
    case 'attached':
      return '#attached-word'
    case 'table':
      return tableOf(block)
    case 'code':
      return `#paper-code(${literals([encodeQR(block.link, 'svg', { ecc: 'medium', border: 4 }), block.says, block.link])})`
    case 'form':
      return formOf(block)
  }
}
