export { type Worksheet, type WorksheetRow, worksheetPaper } from './worksheet.ts'
