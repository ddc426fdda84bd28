export { type AskedCell, inputsBelow, type WorksheetItem, worksheetOf } from './worksheet.ts'
