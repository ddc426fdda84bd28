import type { Check, Found } from '../finding.ts'
import { type Group, groupsOf } from '../groups.ts'
import { listed, say } from '../phrase.ts'

function lacking({ members, weighted, combine }: Group) {
  if (combine === 'best' || combine === 'worst') return []
  return members.filter(({ weight, full }) =>
    weighted ? weight === undefined : full === undefined,
  )
}

// The outermost group without weights says it for everything inside.
function outermost(groups: readonly Group[]): readonly Group[] {
  const bare = groups.filter((group) => lacking(group).length > 0)
  const paths = new Set(bare.map(({ path }) => path))
  return bare.filter(({ above }) => !above.some((path) => paths.has(path)))
}

/** A part with a share of the total whose members have neither points nor shares. */
export const weightsMissing: Check = {
  slug: 'weights-missing',
  severity: 'error',
  title: say('下面各项各占多少没有写明', 'Weights missing below a part'),
  settle: say(
    '用口径给下面每一项定占比或分值',
    'a reading that gives each member a weight or full points',
  ),
  find: (site) =>
    outermost(groupsOf(site).filter(({ share }) => share !== undefined)).map((group): Found => {
      const bare = lacking(group)
      const names = listed(bare.map(({ name }) => name))
      const first = bare[0]?.name ?? ''
      return {
        path: group.path,
        clause: group.clause,
        message: say(
          `${group.name}占${group.share}，下面的${names.zh}既没有分值也没有占比，这部分算不出分。`,
          `${group.name} counts ${group.share}; ${names.en} below it have neither points nor weights.`,
        ),
        counterexample: say(
          `只有“${first}”做得好时，${group.name}得多少算不出来`,
          `good only at “${first}”: the points of ${group.name} cannot be told`,
        ),
      }
    }),
}
