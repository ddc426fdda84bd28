import { type Interval, compare } from '../number/index.ts'

/** Which of several values may decide the greatest, or the least, of them: others change nothing. */
export function decisive(op: 'greatest' | 'least', of: readonly Interval[]): readonly boolean[] {
  const sign = op === 'greatest' ? 1 : -1
  const [sure, most] = op === 'greatest' ? (['lo', 'hi'] as const) : (['hi', 'lo'] as const)
  const ahead = of.reduce<Interval['lo']>((best, x) => {
    const end = x[sure]
    return end !== null && (best === null || compare(end, best) * sign > 0) ? end : best
  }, null)
  return of.map((x) => {
    const end = x[most]
    return end === null || ahead === null || compare(end, ahead) * sign > 0
  })
}
