import type { Range } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { listed, say } from '../phrase.ts'

function rangesIn(value: unknown, into: Range[]): readonly Range[] {
  if (typeof value !== 'object' || value === null) return into
  const range = value as Range
  if ('text' in value && ('from' in value || 'to' in value)) into.push(range)
  else for (const inner of Object.values(value)) rangesIn(inner, into)
  return into
}

function unsaid({ from, to }: Range): boolean {
  return (
    (from !== undefined && from.inclusive === undefined) ||
    (to !== undefined && to.inclusive === undefined)
  )
}

/** 以上, 以下, 以内 without a word on the number itself (constructs 1E.2). */
export const inclusionUndeclared: Check = {
  slug: 'inclusion-undeclared',
  severity: 'error',
  title: say('“以上”“以下”含不含本数没有写明', 'Inclusion undeclared'),
  settle: say(
    '用口径写明“以上以下”，或把范围改成“及以上”“超过”',
    'a reading that sets 以上以下, or ranges that say it themselves',
  ),
  *find({ scheme }) {
    if (scheme.inclusion !== undefined) return
    const texts = [
      ...new Set(
        rangesIn(scheme, [])
          .filter(unsaid)
          .map(({ text }) => text),
      ),
    ]
    const [first] = texts
    if (first === undefined) return
    const all = listed(texts.map((text) => `“${text}”`))
    yield {
      path: '以上以下',
      message: say(
        `方案写了${all.zh}，没有说本数算不算在内。`,
        `${all.en} do not say whether the number itself belongs.`,
      ),
      counterexample: say(
        `恰好在“${first}”的那个数上时，成立不成立没有写明`,
        `exactly at the number of “${first}”: does it hold?`,
      ),
    }
  },
}
