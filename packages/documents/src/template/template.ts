import type { Scheme } from '@kaohe/engine'
import { type SheetSpec, sheetName, writeBook } from '../book/index.ts'
import { contextOf, type TemplateOptions } from './context.ts'
import { decisionSheets } from './decision-sheet.ts'
import { guideSheet } from './guide.ts'
import { eventSheets, pastSheets, reportedSheets } from './other-sheets.ts'
import { type TableSheet, tableSheet } from './table-sheet.ts'
import { markSheets } from './mark-sheet.ts'
import { periodicSheets, previousSheets, unitSheet, yearlySheets } from './unit-sheets.ts'

function named(sheets: readonly TableSheet[], taken: Set<string>): SheetSpec[] {
  return sheets.map((sheet) => {
    const name = sheetName(sheet.name, taken)
    taken.add(name.toLowerCase())
    return tableSheet({ ...sheet, name })
  })
}

/**
 * A workbook in which the facts of a scheme are filled in: a sheet for the units, one for yearly facts,
 * one for each fact told by periods, one for each kind of event, marks, completeness, earlier years,
 * and what people decide.
 * Every column carries its clause and is found again by a hidden row of anchors.
 * @param options The units to list, and facts to fill in already.
 * @returns The bytes of an .xlsx file, the same for the same input.
 * @example
 * await writeFile('填报表.xlsx', await template(scheme, { units: dataset.units }))
 */
export async function template(scheme: Scheme, options: TemplateOptions = {}): Promise<Uint8Array> {
  const context = contextOf(scheme, options)
  const tables = [
    unitSheet(context),
    ...yearlySheets(context),
    ...periodicSheets(context),
    ...eventSheets(context),
    ...reportedSheets(context),
    ...markSheets(context),
    ...previousSheets(context),
    ...pastSheets(context),
    ...decisionSheets(context),
  ]
  const guide = guideSheet(scheme, '说明')
  return writeBook({ sheets: [guide, ...named(tables, new Set([guide.name]))] })
}
