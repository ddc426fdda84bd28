import { CaseFault } from './fault.ts'

// Four digits and two are a month, not a run of periods.
const RUN = /^(?!\d{4}-\d{2}$)(\d+)[—-](\d+)$/
const MONTHS = /^(\d{4})-(\d{2})\.\.(\d{4})-(\d{2})$/

function monthRun(text: string): string[] | undefined {
  const match = MONTHS.exec(text)
  if (match === null) return undefined
  const [y1, m1, y2, m2] = match.slice(1).map(Number) as [number, number, number, number]
  const [first, last] = [y1 * 12 + m1 - 1, y2 * 12 + m2 - 1]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const index = first + i
    return `${Math.floor(index / 12)}-${((index % 12) + 1).toString().padStart(2, '0')}`
  })
}

/** The periods that a key names: one, a run `7—9`, or months `2023-01..2023-12`. */
export function periodsNamed(key: string): readonly string[] {
  const months = monthRun(key)
  if (months !== undefined) return months
  const run = RUN.exec(key) ?? /^(\d+)\.\.(\d+)$/.exec(key)
  if (run === null) return [key]
  const [from, to] = [Number(run[1]), Number(run[2])]
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => `${from + i}`)
}

/** The months of `逐月`. */
export function monthsNamed(text: string, path: string): readonly string[] {
  const months = monthRun(text)
  if (months !== undefined) return months
  throw new CaseFault(path, {
    zh: `逐月要写成 2023-01..2023-12，收到“${text}”。`,
    en: `逐月 is written 2023-01..2023-12; got “${text}”.`,
  })
}
