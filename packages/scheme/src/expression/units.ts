/** Measure words for occurrences: a count of events may be compared with any of them. */
const OCCURRENCES = new Set([
  '次',
  '场',
  '场次',
  '篇',
  '个',
  '件',
  '项',
  '条',
  '起',
  '例',
  '期',
  '届',
  '处',
  '份',
  '回',
  '个月',
  '季',
  '类',
  '步',
])
const RELATIVE = new Set(['%', '‰', '百分点'])

/** True for units whose figures are parts of a whole: a bare number never stands for them. */
export function isRelative(unit: string): boolean {
  return RELATIVE.has(unit)
}

export type Agreement = 'agree' | 'missing-unit' | 'percent-or-point' | 'unit-mismatch'

/**
 * Whether figures of two units may be compared or added; '' is a bare number.
 * @example
 * agreement('%', '百分点') // 'percent-or-point'
 */
export function agreement(a: string, b: string): Agreement {
  if (a === b) return 'agree'
  if (a === '' || b === '') return isRelative(a + b) ? 'missing-unit' : 'agree'
  if (OCCURRENCES.has(a) && OCCURRENCES.has(b)) return 'agree'
  const [relativeA, relativeB] = [isRelative(a), isRelative(b)]
  if (!relativeA || !relativeB) return 'unit-mismatch'
  return a === '百分点' || b === '百分点' ? 'percent-or-point' : 'agree'
}

export function productUnit(a: string, b: string): string {
  if (a === '分' || b === '分') return '分'
  return a === '' || isRelative(a) ? b : a
}

export function quotientUnit(a: string, b: string): string {
  if (a === b) return a === '' ? '' : '%'
  return a === '' || b === '' ? a : `${a}/${b}`
}

/** The unit of a sum or difference, when the two agree or are a percentage and points of it. */
export function sumUnit(op: 'add' | 'subtract', a: string, b: string): string {
  if (op === 'subtract' && a === '%' && b === '%') return '百分点'
  if (a === '%' || b === '%') return '%'
  return a || b
}
