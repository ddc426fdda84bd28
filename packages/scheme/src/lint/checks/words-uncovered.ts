import type { Check } from '../finding.ts'
import { isRest, measuresOf } from '../ladders.ts'
import { say } from '../phrase.ts'
import type { RuleSite } from '../rules.ts'
import { type Site, attempt } from '../site.ts'

type Row = readonly [unknown, unknown]

function isTable(value: unknown): value is readonly Row[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((row) => Array.isArray(row) && row.length === 2)
  )
}

function wordOf(key: unknown): string {
  return typeof key === 'string' ? key : ((key as { readonly text?: string }).text ?? '')
}

function restIn(rows: readonly Row[]): boolean {
  return rows.some(([key]) => typeof key === 'object' && key !== null && isRest(key as never))
}

// 不计 leaves ballots with these words out, so that they need no points.
function leftOut({ params }: RuleSite): readonly unknown[] {
  return Array.isArray(params['skip']) ? params['skip'] : []
}

function missingIn(
  rows: readonly Row[],
  words: readonly string[],
  rule: RuleSite,
): readonly string[] {
  const named = new Set([...rows.map(([key]) => wordOf(key)), ...leftOut(rule)])
  return restIn(rows) ? [] : words.filter((word) => !named.has(word))
}

function* tablesIn(rule: RuleSite, site: Site) {
  if (rule.kind.params.shape !== 'object') return
  const measures = measuresOf(rule)
  for (const [name, field] of Object.entries(rule.kind.params.fields)) {
    const table = rule.params[name]
    const e = measures[0]
    if (
      !isTable(table) ||
      e === undefined ||
      (field.of.shape !== 'table' && field.of.shape !== 'either')
    )
      continue
    const words = attempt(() => site.bench.wordsOf(e, rule.inner))
    const measure = attempt(() => site.bench.say(e, rule.inner)) ?? ''
    const missing = words === undefined ? [] : missingIn(table, words, rule)
    if (missing.length > 0)
      yield { path: `${rule.rule.path}/${rule.kind.keyword}/${field.keyword}`, measure, missing }
  }
}

/** Words of a choice that a table of points leaves out (gaps over words). */
export const wordsUncovered: Check = {
  slug: 'words-uncovered',
  severity: 'error',
  title: say('有的选项没有写得几分', 'Words without points'),
  settle: say('在表里补上这些选项，或写“其他”', 'add the words to the table, or 其他'),
  *find(site) {
    for (const rule of site.rules)
      for (const { path, measure, missing } of tablesIn(rule, site)) {
        const words = missing.map((word) => `“${word}”`).join('、')
        yield {
          path,
          clause: rule.item.clause,
          message: say(
            `${measure}可以是${words}，表里没有写，得几分算不出来。`,
            `${measure} can be ${words}, which the table leaves out.`,
          ),
          counterexample: say(
            `${measure}为“${missing[0]}”时，没有一行成立`,
            `${measure} is “${missing[0]}”: no line holds`,
          ),
        }
      }
  },
}
