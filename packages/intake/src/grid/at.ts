import { columnLetters, type Place } from '../report/index.ts'
import type { Grid } from './grid.ts'

/** The place of a cell; row from 1, column from 0. */
export function placeAt(grid: Grid, row: number, column?: number): Place {
  if (grid.form === 'text') {
    return { file: grid.file, line: row, ...(column === undefined ? {} : { column: column + 1 }) }
  }
  const cell = column === undefined ? `${row}:${row}` : `${columnLetters(column)}${row}`
  return { file: grid.file, sheet: grid.name, cell }
}

/** The whole sheet or text table. */
export function placeOf(grid: Grid): Place {
  return grid.form === 'text' ? { file: grid.file } : { file: grid.file, sheet: grid.name }
}

/** What comes first in all origins of a grid: `数据.xlsx!数据!`. */
export function originOf(grid: Grid): string {
  return grid.form === 'text' ? `${grid.file}:` : `${grid.file}!${grid.name}!`
}

/** How an entry says where in its grid it was found; a text table is named by its line alone. */
export function originIn(grid: Grid, row: number, column: number): string {
  return grid.form === 'text' ? `${row}` : `${columnLetters(column)}${row}`
}
