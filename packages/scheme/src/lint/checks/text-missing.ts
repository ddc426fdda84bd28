import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'

/** A text that decides something, is not at hand, and of which nobody says what to do until it is. */
export const textMissing: Check = {
  slug: 'text-missing',
  severity: 'warning',
  title: say('所依据的文件不在手头', 'A text not supplied'),
  settle: say(
    '用口径写明“未取得时”怎么办，或取得文件',
    'a reading that sets 未取得时, or the text itself',
  ),
  *find({ scheme }) {
    for (const { id, name, supplied, needed, until, clause } of scheme.texts ?? []) {
      if (supplied || needed === undefined || until !== undefined) continue
      yield {
        path: `引用文件/${id}`,
        clause,
        message: say(
          `“${name}”不在手头，“${needed}”要看它，没有说取得以前怎么办。`,
          `“${name}” is not supplied and decides “${needed}”; what to do until then is not said.`,
        ),
        counterexample: say(
          `问到“${needed}”时，翻不出依据`,
          `asked about “${needed}”, there is nothing to look it up in`,
        ),
      }
    }
  },
}
