import type { Session } from './session.ts'

/** A message about a line of a file or a cell of a workbook. */
export interface Told {
  readonly severity: string
  readonly message: string
  readonly file: string
  readonly line?: number | undefined
  readonly column?: number | undefined
  readonly sheet?: string | undefined
  readonly cell?: string | undefined
}

/** `文件:行:列` or `文件!表!单元格`. */
export function placeOf(told: Told): string {
  if (told.sheet !== undefined) return [told.file, told.sheet, told.cell].filter(Boolean).join('!')
  return [told.file, told.line, told.column].filter((part) => part !== undefined).join(':')
}

/** One line each, on standard error. */
export function printDiagnostics(all: readonly Told[], session: Session): void {
  for (const told of all) session.note(`${placeOf(told)} ${told.message}`)
}
