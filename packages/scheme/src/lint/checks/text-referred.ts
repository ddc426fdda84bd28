import type { Check } from '../finding.ts'
import { listed, say } from '../phrase.ts'

/** Texts that are only referred to and not at hand: holes with names. */
export const textReferred: Check = {
  slug: 'text-referred',
  severity: 'note',
  title: say('提到的文件不在手头', 'Texts only referred to'),
  settle: say('取得文件，或写明“用于”什么、“未取得时”怎么办', 'the texts, or 用于 and 未取得时'),
  *find({ scheme }) {
    const absent = (scheme.texts ?? []).filter(
      ({ supplied, needed, until }) => !supplied && needed === undefined && until === undefined,
    )
    const [first] = absent
    if (first === undefined) return
    const names = listed(
      absent.map(({ name }) => name),
      3,
    )
    yield {
      path: '引用文件',
      clause: first.clause,
      message: say(
        `${names.zh}只是提到，不在手头；如果其中有计分的规定，这里没有反映。`,
        `${names.en} are referred to and not supplied; what they may say of points is not here.`,
      ),
      counterexample: say(
        `“${first.name}”里如果另有规定，这份方案看不出来`,
        `if “${first.name}” says otherwise, this scheme does not show it`,
      ),
    }
  },
}
