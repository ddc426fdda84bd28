export { type Worksheet, type WorksheetRow, worksheetDocument } from './worksheet.ts'
