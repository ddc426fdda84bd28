import type { Check, Found } from '../finding.ts'
import { type Group, groupsLacking, lackingIn } from '../groups.ts'
import { listed, say } from '../phrase.ts'

function found(group: Group): Found {
  const bare = lackingIn(group)
  const names = listed(bare.map(({ name }) => name))
  const first = bare[0]?.name ?? ''
  const share =
    group.share === undefined
      ? say('按占比合成', 'goes by weights')
      : say(`占${group.share}`, `counts ${group.share}`)
  return {
    path: group.path,
    clause: group.clause,
    message: say(
      `${group.name}${share.zh}，下面的${names.zh}没有写各占多少分，这部分算不出分。`,
      `${group.name} ${share.en}; ${names.en} below it have neither points nor weights.`,
    ),
    counterexample: say(
      `只有“${first}”做得好时，${group.name}得多少算不出来`,
      `good only at “${first}”: the points of ${group.name} cannot be told`,
    ),
  }
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
  find: (site) => groupsLacking(site).map(found),
}
