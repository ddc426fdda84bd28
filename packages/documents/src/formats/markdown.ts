import { cellText, type Table } from '../exports/table.ts'
import type { Format } from './format.ts'

// What Markdown would take for a sign of its own, a picture or a link from elsewhere above all.
const escape = (text: string): string =>
  text
    .replaceAll(/[\\|`*_[\]~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/\r\n?|\n/g, '<br>')

function writeTable(table: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const rule = table.columns.map((c) => (c.type === 'text' ? '---' : '---:'))
  const body = table.rows.map((row) => line(row.map((cell) => escape(cellText(cell)))))
  return [
    `## ${escape(table.title)}`,
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
