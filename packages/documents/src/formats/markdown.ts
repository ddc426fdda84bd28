import { cellText, type Table } from '../exports/table.ts'
import type { Format } from './format.ts'

const escape = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
    .replaceAll('\n', '<br>')

function writeTable(table: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const rule = table.columns.map((c) => (c.type === 'text' ? '---' : '---:'))
  const body = table.rows.map((row) => line(row.map((cell) => escape(cellText(cell)))))
  return [
    `## ${table.title}`,
    '',
    line(table.columns.map((c) => escape(c.heading))),
    line(rule),
    ...body,
  ].join('\n')
}

/** Markdown tables under headings. */
export const markdown: Format = {
  name: 'markdown',
  ending: 'md',
  write: (tables) => `${tables.map(writeTable).join('\n\n')}\n`,
}
