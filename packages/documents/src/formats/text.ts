import { cellText, type Table } from '../exports/table.ts'
import type { Format } from './format.ts'
import { pad, textWidth } from './width.ts'

const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ')

function writeTable(table: Table): string {
  // Columns that are empty throughout would only push the others apart.
  const used = table.columns
    .map((c, i) => ({ c, i }))
    .filter(
      ({ i }) =>
        table.rows.length === 0 || table.rows.some((row) => cellText(row[i] ?? null) !== ''),
    )
  const body = table.rows.map((row) => used.map(({ i }) => oneLine(cellText(row[i] ?? null))))
  const widths = used.map(({ c }, k) =>
    Math.max(textWidth(c.heading), ...body.map((row) => textWidth(row[k] ?? ''))),
  )
  const side = (k: number): 'start' | 'end' => (used[k]?.c.type === 'text' ? 'end' : 'start')
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, k) => pad(cell, widths[k] ?? 0, side(k)))
      .join('  ')
      .trimEnd()
  const rule = widths.map((w) => '-'.repeat(w)).join('  ')
  return [table.title, line(used.map(({ c }) => c.heading)), rule, ...body.map(line)].join('\n')
}

/** Aligned text for terminals. */
export const text: Format = {
  name: 'table',
  ending: 'txt',
  write: (tables) => `${tables.map(writeTable).join('\n\n')}\n`,
}
