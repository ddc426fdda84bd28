import type { Check } from '../finding.ts'
import { cutsOf } from '../cuts.ts'
import { say } from '../phrase.ts'

/** Units that tie at the last place of a share or quota. */
export const cutTiesUndeclared: Check = {
  slug: 'cut-ties-undeclared',
  severity: 'error',
  title: say('截止名次上同分怎么办没有写明', 'Ties at the cut'),
  settle: say('用口径写明“同分”：全部入围、全部不入或由会议定', 'a reading that sets 同分'),
  *find(site) {
    for (const { path, clause, name, cut } of cutsOf(site))
      if (cut.ties === undefined)
        yield {
          path: `${path}/同分`,
          clause,
          message: say(
            `“${name}”的最后一个名额上有几个单位同分时，取谁没有写明。`,
            `Who gets the last place of “${name}” when several tie is not said.`,
          ),
          counterexample: say(
            '两个单位同分、名额只剩一个：都取、都不取还是另定',
            'two units tie for the last place: both, none, or decided otherwise?',
          ),
        }
  },
}
