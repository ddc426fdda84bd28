export { type Due, deadlineOf, duesOf, momentOf, monthlyDay, type ReportDeadline } from './dues.ts'
export { fills, type Side, sideOf } from './fills.ts'
export { type AskedCell, inputsBelow, type WorksheetItem, worksheetOf } from './worksheet.ts'
