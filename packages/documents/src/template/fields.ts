import { countsWhole, formatRational, int, multiply, type Rational } from '@kaohe/engine'
import type { Validation } from '../book/index.ts'

/** What may be typed at a place, as facts and attributes declare it. */
export interface FieldSpec {
  readonly type: 'number' | 'truth' | 'choice' | 'date' | 'text'
  readonly unit?: string | undefined
  readonly words?: readonly string[] | undefined
  readonly least?: Rational | undefined
  readonly most?: Rational | undefined
  readonly whole?: boolean | undefined
  readonly mayNotApply?: boolean | undefined
  /** True where 0 may be written though it is not between the least and the most. */
  readonly orZero?: boolean | undefined
}

const SCALES: Readonly<Record<string, number>> = { 百分点: 100, '‰': 1000 }

/** The number format of a place: percentages as percentages, other parts with their unit, dates as dates. */
export function formatOf(field: FieldSpec): string | undefined {
  if (field.type === 'date') return 'yyyy-mm-dd'
  if (field.type === 'text') return '@'
  if (field.type !== 'number') return undefined
  if (field.unit === '%') return '0.00%'
  return field.unit !== undefined && SCALES[field.unit] !== undefined
    ? `General"${field.unit}"`
    : undefined
}

function shown(value: Rational, unit: string | undefined): string {
  const scale = unit === '%' ? 100 : (SCALES[unit ?? ''] ?? 1)
  return `${formatRational(multiply(value, int(scale)))}${unit ?? ''}`
}

/** What to write, in a few words under the heading: `百分数，0%—100%`. */
export function hintOf(field: FieldSpec): string {
  const na = field.mayNotApply === true ? '，可填不适用' : ''
  switch (field.type) {
    case 'truth':
      return `是或否${na}`
    case 'choice':
      return `从列表选${na}`
    case 'date':
      return `日期，如 2023-11-14${na}`
    case 'text':
      return `文字${na}`
    case 'number': {
      const sort = field.unit === '%' ? '百分数，如 95%' : (field.unit ?? '数')
      const least = shown(field.least ?? int(0), field.unit)
      const zero = field.orZero === true ? '，也可填 0' : ''
      const from = field.orZero === true ? `，${least}及以上` : ''
      const range = field.most === undefined ? from : `，${least}—${shown(field.most, field.unit)}`
      return `${sort}${range}${zero}${na}`
    }
  }
}

function inCell(value: Rational, unit: string | undefined): number {
  return (Number(value.num) / Number(value.den)) * (SCALES[unit ?? ''] ?? 1)
}

function numberRule(field: FieldSpec, cell: string): Validation['rule'] {
  const least = inCell(field.least ?? int(0), field.unit)
  const most = field.most === undefined ? undefined : inCell(field.most, field.unit)
  const whole = field.whole ?? countsWhole(field.unit)
  const besides = [
    ...(field.mayNotApply === true ? [`${cell}="不适用"`] : []),
    ...(field.orZero === true ? [`${cell}=0`] : []),
  ]
  if (besides.length === 0) return { type: whole ? 'whole' : 'decimal', least, most }
  const conditions = [
    `ISNUMBER(${cell})`,
    `${cell}>=${least}`,
    ...(most === undefined ? [] : [`${cell}<=${most}`]),
    ...(whole ? [`${cell}=INT(${cell})`] : []),
  ]
  return { custom: `OR(${besides.join(',')},AND(${conditions.join(',')}))` }
}

const MOST_LIST = 250

function listRule(words: readonly string[]): Validation['rule'] | undefined {
  const text = words.join(',')
  return text.length > MOST_LIST || words.some((w) => /[,"]/.test(w))
    ? undefined
    : { list: `"${text}"` }
}

const EARLIEST = 36_526

/** Checks what is typed into a stretch of cells whose first cell is `cell`. */
export function validationOf(
  field: FieldSpec,
  range: string,
  cell: string,
  title: string,
): Validation | undefined {
  const na = field.mayNotApply === true ? ['不适用'] : []
  const message = `这里要填：${hintOf(field)}。不知道就空着。`
  const rule =
    field.type === 'number'
      ? numberRule(field, cell)
      : field.type === 'truth'
        ? listRule(['是', '否', ...na])
        : field.type === 'choice'
          ? listRule([...(field.words ?? []), ...na])
          : field.type === 'date' && na.length === 0
            ? { type: 'date' as const, least: EARLIEST, most: undefined }
            : undefined
  return rule === undefined
    ? undefined
    : { range, rule, title: title.slice(0, 30), message: message.slice(0, 220) }
}
