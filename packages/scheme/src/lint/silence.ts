import type { Check, Found } from './finding.ts'
import { type Group, groupsLacking } from './groups.ts'
import { lastOf } from './path.ts'
import { say } from './phrase.ts'
import { type Site, categoriesAbove, sourceIn } from './site.ts'

/** A keyword of a scheme about which the notice says nothing, and the question that this leaves. */
export interface Silence {
  readonly path: string
  readonly keyword: string
  readonly question: string
  readonly clause: string | undefined
}

function openFields(site: Site): readonly Silence[] {
  return site.things.flatMap(({ path, fields, values, clause }) =>
    Object.entries(fields).flatMap(([name, field]) =>
      field.presence === 'open' && values[name] === undefined
        ? [
            {
              path: path === '' ? field.keyword : `${path}/${field.keyword}`,
              keyword: field.keyword,
              question: field.silence ?? field.doc,
              clause,
            },
          ]
        : [],
    ),
  )
}

function conditional(site: Site): readonly Silence[] {
  return site.questions.flatMap((path) => {
    const rule = site.rules.findLast(({ rule: { path: at }, kind }) =>
      path.startsWith(`${at}/${kind.keyword}/`),
    )
    const keyword = lastOf(path)
    const question = rule?.kind.silences?.[keyword]
    return question === undefined ? [] : [{ path, keyword, question, clause: rule?.item.clause }]
  })
}

// How many periods there are is asked of the fact that has them, not of each rule; the scale of a
// mark, where the weights above it are missing, is asked of those.
function askedElsewhere(
  { path, keyword }: Silence,
  lacking: readonly Group[],
  site: Site,
): boolean {
  if (keyword === '期数') return true
  const item = site.scheme.items.find(({ id }) => path.startsWith(`指标/${id}/`))
  if (keyword !== '最高' || item === undefined) return false
  const above = new Set([
    `评价方式/${sourceIn(site, item)?.id}`,
    ...categoriesAbove(site, item).map(({ id }) => `类别/${id}`),
  ])
  return lacking.some((group) => above.has(group.path))
}

/** Every silence in force: open keywords, and conditional ones that the compiled scheme asks about. */
export function silencesOf(site: Site): readonly Silence[] {
  const open = openFields(site)
  const known = new Set(open.map(({ path }) => path))
  const rest = conditional(site).filter(({ path }) => !known.has(path))
  const lacking = groupsLacking(site)
  return [...open, ...rest].filter((silence) => !askedElsewhere(silence, lacking, site))
}

/** A check on silence about some keywords. `example` is told as the case that shows it. */
export function silenceCheck(
  parts: Omit<Check, 'find' | 'severity'> & {
    readonly keywords: readonly string[]
    readonly english: string
    example?(silence: Silence, site: Site): Found['counterexample']
    /** What is told instead where something was written that does not settle it. */
    instead?(silence: Silence, site: Site): Pick<Found, 'message' | 'settle'> | undefined
  },
): Check {
  const { keywords, english, example, instead, ...rest } = parts
  return {
    ...rest,
    severity: 'error',
    find: (site) =>
      silencesOf(site)
        .filter(({ keyword }) => keywords.includes(keyword))
        .map((silence) => ({
          path: silence.path,
          clause: silence.clause,
          message: say(
            `${silence.question}；不写明就算不出确定的得分或结果。`,
            `${english}; without it the result stays undecided.`,
          ),
          counterexample: example?.(silence, site),
          ...instead?.(silence, site),
        })),
  }
}
