import type { Check } from '../finding.ts'
import { type Award, type Case, awardsOf, earningMost } from '../awards.ts'
import { listed, say } from '../phrase.ts'
import type { Site } from '../site.ts'

function sharesIn(site: Site, event: string, { values }: Case): string {
  const held = values.flatMap(({ input, value }) => {
    if (input.from !== 'attribute') return []
    const declared = site.scope.eventAttribute(event, input.attribute)
    if (declared?.type === 'truth') return value.num === 1n ? [declared.name] : []
    const word = declared?.type === 'choice' ? declared.words?.[Number(value.num)] : undefined
    return word === undefined ? [] : [word]
  })
  return held.length === 0 ? '' : `（${held.join('、')}）`
}

function placesOf(earns: readonly Award[]): readonly string[] {
  const several = new Set(earns.map(({ site }) => site.item.id)).size > 1
  const [first] = earns
  return several || first === undefined
    ? [...new Set(earns.map(({ site }) => `“${site.item.name}”`))]
    : [`“${first.site.item.name}”的${earns.length}条规则`]
}

/** One event that several rules reward at once, unless 可兼得 (constructs 1E.7, 1E.8). */
export const eventTwice: Check = {
  slug: 'event-twice',
  severity: 'error',
  title: say('一件事计几次分', 'One event rewarded more than once'),
  settle: say(
    '用口径写明只计一次（就高，或条件互不重叠），或给事件写“可兼得: 是”',
    'a reading that counts it once, or 可兼得: 是 on the event',
  ),
  *find(site) {
    const awards = awardsOf(site)
    for (const { id, name, stacks, clause } of site.scheme.events ?? []) {
      const own = awards.filter(({ event }) => event === id)
      if (stacks === true || own.length < 2) continue
      const found = earningMost(site, own)
      if (found === undefined) continue
      const places = listed(placesOf(found.earns))
      const shares = sharesIn(site, id, found)
      const times = found.earns.length
      yield {
        path: `事件/${id}`,
        clause: clause ?? own[0]?.site.item.clause,
        message: say(
          `同一件“${name}”在${places.zh}都计分，相加还是只计一次，原文没有写明。`,
          `One “${name}” is rewarded ${times} times (${places.en}); whether they add up is not said.`,
        ),
        counterexample: say(
          `一件“${name}”${shares}，同时计${times}次分`,
          `one “${name}”${shares} counts ${times} times`,
        ),
      }
    }
  },
}
