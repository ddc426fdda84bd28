export { resultWorkbook } from './result-workbook.ts'
