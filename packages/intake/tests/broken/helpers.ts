import {
  book,
  EVENT_HEAD,
  LONG_HEAD,
  MARK_HEAD,
  readBook,
  sheet,
  yearWith,
} from '../support/base.ts'
import { type Expected, type Sort, sort, type Variant } from '../support/broken.ts'
import type { TestCell } from '../support/xlsx.ts'

type Five<T> = readonly [T, T, T, T, T]
type Expect = Omit<Expected, 'code' | 'sheet'>

function five<T>(all: Five<T>, make: (one: T) => Variant): Sort['variants'] {
  return all.map(make) as unknown as Sort['variants']
}

/** What stands in a cell, where that is a text: the word that its message must hold. */
function wordIn(rows: readonly (readonly TestCell[])[], cell: string | undefined): string {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell ?? '') ?? []
  const column = [...letters].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1
  const content = rows[Number(row) - 1]?.[column]
  return typeof content === 'string' ? content.trim() : ''
}

/** One broken cell in row 2 of 全年数据: column, what it holds, and what must be said. */
export function yearSort(
  name: string,
  code: string,
  cells: Five<readonly [string, TestCell, Expect?]>,
): Sort {
  return sort(
    name,
    ...five(cells, ([letter, cell, expect]) => ({
      name: `${letter}2 ${JSON.stringify(cell)}`,
      expected: { code, sheet: '全年数据', cell: `${letter}2`, ...expect },
      word: typeof cell === 'string' ? cell.trim() : '',
      read: () => readBook(book(sheet('全年数据', yearWith({ [letter]: cell })))),
    })),
  )
}

function rowSort(
  sheetName: string,
  head: readonly TestCell[],
  name: string,
  code: string,
  rows: Five<readonly [readonly TestCell[], Expect]>,
): Sort {
  return sort(
    name,
    ...five(rows, ([row, expect]) => ({
      name: JSON.stringify(row),
      expected: { code, sheet: sheetName, ...expect },
      word: wordIn([head, row], expect.cell),
      read: () => readBook(book(sheet(sheetName, [head, row]))),
    })),
  )
}

export const eventSort = (
  name: string,
  code: string,
  rows: Five<readonly [readonly TestCell[], Expect]>,
): Sort => rowSort('志愿服务活动', EVENT_HEAD, name, code, rows)
export const longSort = (
  name: string,
  code: string,
  rows: Five<readonly [readonly TestCell[], Expect]>,
): Sort => rowSort('数据', LONG_HEAD, name, code, rows)
export const markSort = (
  name: string,
  code: string,
  rows: Five<readonly [readonly TestCell[], Expect]>,
): Sort => rowSort('打分', MARK_HEAD, name, code, rows)

/** Whole sheets. */
export function sheetSort(
  name: string,
  code: string,
  sheets: Five<readonly [string, readonly (readonly TestCell[])[], Expect, (readonly string[])?]>,
): Sort {
  return sort(
    name,
    ...five(sheets, ([sheetName, rows, expect, merges]) => ({
      name: `${sheetName} ${JSON.stringify(rows.at(-1))}`,
      expected: { code, sheet: sheetName, ...expect },
      word: wordIn(rows, expect.cell),
      read: () => readBook(book(sheet(sheetName, rows, { merges: merges ?? [] }))),
    })),
  )
}

/** Whole files, given as bytes. */
export function fileSort(
  name: string,
  code: string,
  files: Five<readonly [string, Uint8Array, Omit<Expected, 'code'>]>,
): Sort {
  return sort(
    name,
    ...five(files, ([path, bytes, expect]) => ({
      name: path,
      expected: { code, ...expect },
      read: () => readBook(bytes, path),
    })),
  )
}
