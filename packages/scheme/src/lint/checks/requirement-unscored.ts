import { type Direction, type Directions, directionsIn } from '@kaohe/engine'
import type { Item, NodeId, Requirement } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'
import { type Site, attempt, isJudged } from '../site.ts'

function ofCondition(site: Site, item: Item, { when }: Requirement): Directions | undefined {
  if (when === undefined) return undefined
  const spot = { path: `指标/${item.id}`, item, inPeriod: false, over: undefined }
  return attempt(() => {
    const lifted = site.bench.exprs([when], spot)
    return directionsIn(lifted)(lifted.ids[0] as NodeId)
  })
}

function ofPoints(site: Site, item: Item): Directions {
  const program = site.program.items.find((one) => one.item.id === item.id)
  const found = new Map<string, Direction>(directionsIn(site.program.unit)(program?.points ?? 0))
  // Over an unknown number of periods the program has one unknown: look at one period instead.
  for (const rule of site.rules.filter((one) => one.item.id === item.id)) {
    const alone = attempt(() => {
      const lifted = site.bench.rule(rule.rule, rule.spot)
      return directionsIn(lifted)(lifted.lowered.points)
    })
    for (const [leaf, way] of alone ?? []) if (!found.has(leaf)) found.set(leaf, way)
  }
  return found
}

const agree = (asked: Direction, given: Direction | undefined) =>
  given !== undefined && (asked === 'either' || given === 'either' || asked === given)

// What a condition asks of the attributes of events says more than how many events it asks for.
function decisive(asked: Directions): readonly (readonly [string, Direction])[] {
  const leaves = [...asked].filter(([leaf]) => leaf !== 'type')
  const attributes = leaves.filter(([leaf]) => leaf.includes('.') && leaf.startsWith('event:'))
  const folded = new Set(attributes.map(([leaf]) => leaf.slice(0, leaf.indexOf('.'))))
  return leaves.filter(([leaf]) => !folded.has(leaf))
}

function isScored(asked: Directions, points: Directions): boolean {
  return decisive(asked).every(([leaf, way]) => agree(way, points.get(leaf)))
}

/**
 * A condition that the notice names and no rule scores: meeting it moves no points. Told from which
 * way points and condition go with each fact; where a form does not tell, nothing is reported.
 */
export const requirementUnscored: Check = {
  slug: 'requirement-unscored',
  severity: 'warning',
  title: say('提了要求，没有计分', 'A requirement that is never scored'),
  settle: say(
    '用口径把它写进规则，或写明“不计分”',
    'a reading that puts it into the rule, or says 不计分',
  ),
  *find(site) {
    for (const item of site.scheme.items) {
      if (item.rule === undefined || isJudged(site, item)) continue
      const points = ofPoints(site, item)
      for (const requirement of item.requirements ?? []) {
        const asked = ofCondition(site, item, requirement)
        if (requirement.unscored === true || (asked !== undefined && isScored(asked, points)))
          continue
        const { id, text } = requirement
        yield {
          path: `指标/${item.id}/要求/${id}`,
          clause: item.clause,
          message: say(
            `“${item.name}”要求“${text}”，规则里没有哪一处因此得分或扣分。`,
            `“${item.name}” asks for “${text}”, and no rule gives or takes points for it.`,
          ),
          counterexample: say(
            `做到“${text}”的和没有做到的，其他情况一样，得分也一样`,
            `with and without “${text}” the points are the same`,
          ),
        }
      }
    }
  },
}
