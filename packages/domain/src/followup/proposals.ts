import type { Consequence, Met, Scheme, Selection } from '@kaohe/engine'
import { least, ratio, type Rational } from '@kaohe/engine'
import { distance } from './margin.ts'

/** Whom a scheme leaves a consequence to: the body that it names, else the office itself. */
export function deciderOf({ body }: Pick<Consequence, 'body'>): 'ratifier' | 'organiser' {
  return body === undefined ? 'organiser' : 'ratifier'
}

/** Whether the scheme says in words only whom it reaches, so that people have to judge. */
export function leftToPeople(who: Partial<Selection> | undefined): boolean {
  if (who?.wording === undefined || who.all === true) return false
  const { top, bottom, ranks, grades, line, when } = who
  return [top, bottom, ranks, grades, line, when].every((one) => one === undefined)
}

/** Why a consequence may not be adopted for a unit; undefined when it may. */
export function refuseAdoption(met: Met, who: Partial<Selection> | undefined): string | undefined {
  if (met === 'no') return '不在这条结果运用的范围内'
  if (met === 'yes' || leftToPeople(who)) return undefined
  return '还不能判断是否符合，不能采用'
}

/** The scheme with consequences as they are of one year: without what they ask of the years before. */
export function ofThisYear(scheme: Scheme): Scheme {
  const consequences = (scheme.consequences ?? []).map((one): Consequence => {
    const { who } = one
    return who?.years === undefined ? one : { ...one, who: { ...who, years: undefined } }
  })
  return { ...scheme, consequences }
}

const HUNDREDTH = ratio(1n, 100n)

/** The smallest step by which a total moves: as the scheme rounds it, else a hundredth of a point. */
export function stepOf({ total }: Scheme): Rational {
  return total?.rounding?.to ?? HUNDREDTH
}

/** How far a total is from the nearer end of the points that a consequence asks for. */
export function fromLine(who: Partial<Selection> | undefined, total: Rational | undefined) {
  const ends = [who?.line?.from, who?.line?.to].flatMap((end) =>
    end === undefined || end.at.unit === '%' || total === undefined
      ? []
      : [distance(total, end.at.value)],
  )
  const [first] = ends
  return first === undefined ? undefined : ends.reduce(least, first)
}
