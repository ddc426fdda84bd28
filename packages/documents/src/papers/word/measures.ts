/** Millimetres in twentieths of a point, as Word counts. */
export const mm = (millimetres: number): number => Math.floor((millimetres * 1440) / 25.4)

/** Measures of official documents (GB/T 9704-2012): a sign of 三号 (16 points). */
export const SIGN = 320

/** The page: A4 with 156 by 225 mm of text, 22 lines of 28 signs (5.1, 5.2.3). */
export const PAGE = {
  width: 11_906,
  height: 16_838,
  top: mm(37),
  left: mm(28),
  right: mm(26),
  bottom: mm(35),
  footer: mm(20),
  text: 8844,
  /** From line to line: 225 mm by 22. No grid of lines: LibreOffice would stretch tables to it. */
  line: 579,
} as const

/**
 * What is taken off behind each sign, so that 28 of 16 points fit into 156 mm. A grid of signs would say
 * the same; LibreOffice stretches it.
 */
export const TIGHT = -5

/** Above the head of a document: 35 mm (7.2.4); of a letter: 30 mm from the edge, its rules 170 mm long (10.1). */
export const HEAD = { above: mm(35), letter: mm(30), beyond: mm(7), gap: mm(4) } as const

/** Half points. */
export const SIZE = { title: 44, text: 32, page: 28, table: 24, small: 21 } as const

export const FONT = {
  text: '仿宋_GB2312',
  title: '方正小标宋简体',
  heading: '黑体',
  subheading: '楷体_GB2312',
  page: '宋体',
  latin: 'Times New Roman',
} as const

export const RED = 'FF0000'
