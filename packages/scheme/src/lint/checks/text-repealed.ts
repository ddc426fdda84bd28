import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'

/** A text that is no longer in force (constructs 1E.19). */
export const textRepealed: Check = {
  slug: 'text-repealed',
  severity: 'warning',
  title: say('引用的文件已经废止', 'A repealed text'),
  settle: say('改用现行文件，或删去引用', 'refer to the text in force'),
  *find({ scheme }) {
    for (const { id, name, repealed, clause } of scheme.texts ?? [])
      if (repealed === true)
        yield {
          path: `引用文件/${id}`,
          clause,
          message: say(`“${name}”已经废止，不能再作依据。`, `“${name}” is repealed.`),
          counterexample: say(
            `单位依据现行文件提出异议时，“${name}”站不住`,
            `against the text in force “${name}” does not stand`,
          ),
        }
  },
}
