import { type Judged, judgedItems } from '@kaohe/documents'
import { type Scheme, Scope, type Source, sourceOf } from '@kaohe/engine'

/** One thing that a department marks, and for which kinds of assessees. */
export interface PlannedField {
  readonly judged: Judged
  readonly source: Source | undefined
  /** Undefined for all. */
  readonly types: readonly string[] | undefined
}

/** What one department has to mark. */
export interface DeskPlan {
  readonly party: string
  readonly name: string
  readonly fields: readonly PlannedField[]
}

/** Stands for the office where the scheme does not say who marks. */
export const NO_PARTY = '-'

// These are given elsewhere: by letter, in a meeting, by a poll, or by the unit itself.
const ELSEWHERE: readonly Source['means'][] = ['letter', 'ballot', 'poll', 'self']

/**
 * Whether it is marked on the spot, on the checklist of an inspection, and not at a desk. What several parties
 * mark stays with their desks, for a checklist has one hand.
 */
export function isInspected({ evaluators }: Judged, source: Source | undefined): boolean {
  return source?.means === 'inspection' && evaluators.length <= 1
}

function typesOf({ item }: Judged, source: Source | undefined): PlannedField['types'] {
  const [own, through] = [item.assessees, source?.assessees]
  if (own === undefined || through === undefined) return own ?? through
  return own.filter((type) => through.includes(type))
}

/** The desks of a scheme, in the order in which it names the departments. */
export function deskPlans(scheme: Scheme): readonly DeskPlan[] {
  const scope = new Scope(scheme)
  const fields = judgedItems(scheme).flatMap((judged): PlannedField[] => {
    const source = sourceOf(judged.item, scope)
    if (source !== undefined && ELSEWHERE.includes(source.means)) return []
    if (isInspected(judged, source)) return []
    return [{ judged, source, types: typesOf(judged, source) }]
  })
  const parties = scheme.parties ?? []
  const named = parties.map(({ id, name }) => ({ party: id, name }))
  return [...named, { party: NO_PARTY, name: '考核办公室' }].flatMap(({ party, name }) => {
    const own = fields.filter(({ judged: { evaluators } }) =>
      party === NO_PARTY ? evaluators.length === 0 : evaluators.includes(party),
    )
    return own.length === 0 ? [] : [{ party, name, fields: own }]
  })
}

/** Whether units of a kind are marked on this. */
export function appliesTo({ types }: PlannedField, type: string): boolean {
  return types === undefined || types.includes(type)
}

/** The most signs of a remark of this desk; null where the scheme sets no limit. */
export function remarkLimit({ fields }: DeskPlan): number | null {
  const limits = fields.flatMap(({ source }) => source?.remark ?? [])
  return limits.length === 0 ? null : Math.min(...limits)
}
