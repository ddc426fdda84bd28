import type { Override } from '@kaohe/engine'
import { type CutSite, cutsOf } from '../cuts.ts'
import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'
import type { Site } from '../site.ts'

type Kinds = readonly string[] | undefined

function meet(a: Kinds, b: Kinds): boolean {
  return a === undefined || b === undefined || a.some((kind) => b.includes(kind))
}

/** Whether an override may take a unit out of the grade at a position. */
function lowers({ grade, atMost, down }: Override, g: number, ids: readonly string[]): boolean {
  const below = (id: string | undefined) => id !== undefined && ids.indexOf(id) > g
  return below(grade) || below(atMost) || ((down ?? 0) > 0 && g < ids.length - 1)
}

/** The overrides that may leave a place of a cut empty: of a grade's quota, or of the first to be honoured. */
function takersOf({ grade, consequence }: CutSite, { scheme }: Site): readonly Override[] {
  const overrides = scheme.overrides ?? []
  if (consequence !== undefined) {
    const { measure, who } = consequence
    return measure === 'commend'
      ? overrides.filter((o) => o.ineligible === true && meet(o.assessees, who?.assessees))
      : []
  }
  const { grades = [], by, assessees } = scheme.grading ?? {}
  if (by !== 'quota' && by !== 'line-and-quota') return []
  const ids = grades.map(({ id }) => id)
  const g = ids.indexOf(grade?.id ?? '')
  return overrides.filter((o) => lowers(o, g, ids) && meet(o.assessees, assessees))
}

/** A unit that takes a place and loses it: whether the next one moves up. */
export const refillUndeclared: Check = {
  slug: 'refill-undeclared',
  severity: 'error',
  title: say('让出的名额是否递补没有写明', 'Whether lost places pass on'),
  settle: say('用口径写明“递补”：是或否', 'a reading that sets 递补'),
  *find(site) {
    for (const cutSite of cutsOf(site)) {
      const { path, clause, name, cut } = cutSite
      const [taker] = takersOf(cutSite, site)
      if (cut.refill !== undefined || taker === undefined) continue
      yield {
        path: `${path}/递补`,
        clause,
        message: say(
          `“${name}”有名额，“${taker.name}”又能让排进来的单位失去它；空出的名额由后面的递补还是空着，没有写明。`,
          `“${name}” has places that “${taker.name}” may take from a unit; whether the next one moves up is not said.`,
        ),
        counterexample: say(
          `排进名额的单位遇到“${taker.name}”：名额给下一名，还是少一个`,
          `a unit within the places meets “${taker.name}”: does the next one get its place?`,
        ),
      }
    }
  },
}
