import type { Published, PublicPart } from '@kaohe/contract'
import type { UnitResult } from '@kaohe/engine'
import type { StoredMeasure } from '@kaohe/storage'
import type { SeenSnapshot } from './seen.ts'
import { byRank, shownPoints } from './shown.ts'

type Group = NonNullable<Published['grades']>[number]

const named = (name: string, units: readonly UnitResult[]): Group[] =>
  units.length === 0 ? [] : [{ name, units: units.map((one) => one.name) }]

function gradesOf({ program }: SeenSnapshot, units: readonly UnitResult[]): Group[] {
  const grades = program.scheme.grading?.grades ?? []
  return grades.flatMap(({ id, name }) =>
    named(
      name,
      units.filter(({ grade }) => grade === id),
    ),
  )
}

/** Whom people decided to commend: what the scheme only proposes is made public nowhere. */
function commendedOf(measures: readonly StoredMeasure[]): Group[] {
  const adopted = measures.filter(({ kind, state }) => kind === 'commend' && state !== 'declined')
  return [...Map.groupBy(adopted, ({ name }) => name)].map(([name, all]) => ({
    name,
    units: all.map(({ unit_name: unit }) => unit),
  }))
}

/** The chosen parts of a ratified result, as names and figures; what was not chosen is not in it. */
export function publishedOf(
  seen: SeenSnapshot,
  parts: readonly PublicPart[],
  measures: readonly StoredMeasure[],
): Pick<Published, PublicPart> {
  const part = seen.evaluation.results().filter(({ eligible }) => eligible !== 'no')
  const ranked = part.filter(({ rank }) => rank !== undefined).toSorted(byRank)
  const shows = (one: PublicPart): boolean => parts.includes(one)
  return {
    grades: shows('grades') ? gradesOf(seen, part) : null,
    ranking: shows('ranking') ? ranked.map(({ rank, name }) => ({ rank: rank!, name })) : null,
    totals: shows('totals')
      ? part.toSorted(byRank).map(({ name, total, range }) => ({
          name,
          total: shownPoints(total, range).points ?? '',
        }))
      : null,
    commended: shows('commended') ? commendedOf(measures) : null,
  }
}

const OPEN: Readonly<Record<PublicPart, string>> = {
  grades: '等次还没有定',
  ranking: '排名还没有定全',
  totals: '总分还没有算全',
  commended: '还没有决定表彰谁',
}

/** Why parts that were chosen cannot be made public yet: a list with gaps says what is not so. */
export function gapsIn(
  { evaluation }: SeenSnapshot,
  published: Pick<Published, PublicPart>,
): string[] {
  const part = evaluation.results().filter(({ eligible }) => eligible !== 'no').length
  const isShort: Readonly<Record<PublicPart, boolean>> = {
    grades: published.grades?.length === 0,
    ranking: published.ranking !== null && published.ranking.length < part,
    totals: published.totals?.some(({ total }) => total === '') ?? false,
    commended: published.commended?.length === 0,
  }
  const parts = ['grades', 'ranking', 'totals', 'commended'] as const
  return parts.filter((one) => isShort[one]).map((one) => OPEN[one])
}
