import { type Rational, compare, formatRational } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'
import type { Site } from '../site.ts'

interface Sheet {
  readonly type: string
  readonly full: Rational
}

/** The sheets worth least and most, of the types that are looked at; undefined where all are worth the same. */
function endsOf(
  { program, scope }: Site,
  types: readonly string[] | undefined,
): readonly [Sheet, Sheet] | undefined {
  const sheets = [...program.fulls]
    .filter(([type]) => types?.includes(type) ?? true)
    .map(([type, full]) => ({ type: scope.nameOf('assessee', type), full }))
    .toSorted((a, b) => compare(a.full, b.full))
  const [least, most] = [sheets[0], sheets.at(-1)]
  if (least === undefined || most === undefined) return undefined
  return compare(least.full, most.full) < 0 ? [least, most] : undefined
}

interface Place {
  readonly path: string
  readonly clause: string | undefined
  /** What is done with totals there that are not out of the same. */
  readonly how: ReturnType<typeof say>
  readonly types: readonly string[] | undefined
}

// Only where totals themselves are compared: a rank within one type and a line of 得分率 compare nothing else.
function* comparedIn({ ranking, grading }: Site['scheme']): Iterable<Place> {
  if (ranking?.peers === 'all')
    yield {
      path: '排名/分组',
      clause: ranking.clause,
      how: say('按总分一起排名', 'ranked together by their totals'),
      types: undefined,
    }
  if (grading?.by !== 'meeting' && grading?.grades.some(({ line }) => line !== undefined) === true)
    yield {
      path: '评定/等次',
      clause: grading.clause,
      how: say('按同样的分数线评定', 'graded by the same lines'),
      types: grading.assessees,
    }
}

/** Types of assessee with sheets that are worth different points, whose totals are compared all the same. */
export const sheetsUnequal: Check = {
  slug: 'sheets-unequal',
  severity: 'warning',
  title: say('各类对象的满分不一样', 'Sheets that are worth different points'),
  settle: say(
    '分类排名，等次改写“得分率”，或给只适用一部分对象的项写“不适用时”',
    '同类 ranks, 得分率 for grades, or 不适用时 for the items of some types only',
  ),
  *find(site) {
    for (const { path, clause, how, types } of comparedIn(site.scheme)) {
      const ends = endsOf(site, types)
      if (ends === undefined) continue
      const [least, most] = ends
      const [low, high] = [formatRational(least.full), formatRational(most.full)]
      yield {
        path,
        clause,
        message: say(
          `${least.type}的满分是${low}分，${most.type}是${high}分，却${how.zh}。`,
          `${least.type} has ${low} points to get and ${most.type} ${high}, and they are ${how.en}.`,
        ),
        counterexample: say(
          `样样都得满分的${least.type}总分${low}分，${most.type}可以得${high}分`,
          `full marks everywhere give ${least.type} ${low} and ${most.type} ${high}`,
        ),
      }
      return
    }
  },
}
