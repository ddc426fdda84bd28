import type { Style as ExcelStyle } from 'exceljs'
import type { Style } from './spec.ts'

const THIN = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN }
const FONT = '宋体'

const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const

/** How each sort of cell looks; what may be typed in is white and unlocked. */
export const STYLES: Readonly<Record<Style, Partial<ExcelStyle>>> = {
  title: {
    font: { name: FONT, size: 14, bold: true },
    alignment: { vertical: 'middle', wrapText: true },
  },
  heading: {
    font: { name: FONT, size: 11, bold: true },
    fill: fill('FFDDEBF7'),
    border: BORDER,
    alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
  },
  hint: {
    font: { name: FONT, size: 9, color: { argb: 'FF7F7F7F' } },
    fill: fill('FFF2F2F2'),
    border: BORDER,
    alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
  },
  anchor: { font: { name: FONT, size: 8, color: { argb: 'FF7F7F7F' } } },
  fixed: {
    font: { name: FONT, size: 11 },
    fill: fill('FFF2F2F2'),
    border: BORDER,
    alignment: { vertical: 'middle' },
  },
  closed: { fill: fill('FFD0CECE'), border: BORDER },
  input: {
    font: { name: FONT, size: 11 },
    border: BORDER,
    alignment: { vertical: 'middle', wrapText: true },
    protection: { locked: false },
  },
  plain: {
    font: { name: FONT, size: 11 },
    border: BORDER,
    alignment: { vertical: 'middle', wrapText: true },
  },
  strong: {
    font: { name: FONT, size: 11, bold: true },
    border: BORDER,
    alignment: { vertical: 'middle' },
  },
}
