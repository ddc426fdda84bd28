import { judgedItems } from '@kaohe/documents'
import {
  formatRational,
  multiply,
  ratio,
  type Scheme,
  Scope,
  type Source,
  sourceOf,
} from '@kaohe/engine'
import { appliesTo, type PlannedField } from '../plan.ts'

/** What one party is asked by letter about a unit. */
export interface AskedParty {
  readonly id: string
  readonly name: string
  readonly fields: readonly PlannedField[]
}

/** A way of evaluation by letter 函询评价, as a scheme has it. */
export interface LetterPlan {
  readonly source: Source
  readonly parties: readonly AskedParty[]
}

function partiesOf(scheme: Scheme, source: Source): AskedParty[] {
  const scope = new Scope(scheme)
  const fields = judgedItems(scheme).flatMap((judged): PlannedField[] => {
    if (sourceOf(judged.item, scope)?.id !== source.id) return []
    return [{ judged, source, types: judged.item.assessees ?? source.assessees }]
  })
  return (scheme.parties ?? []).flatMap(({ id, name }) => {
    const own = fields.filter(({ judged }) => judged.evaluators.includes(id))
    return own.length === 0 ? [] : [{ id, name, fields: own }]
  })
}

/** The letters of a scheme: one to each party of each of its sources by letter, about each unit that it is asked about. */
export function letterPlans(scheme: Scheme): readonly LetterPlan[] {
  return (scheme.sources ?? []).flatMap((source) => {
    if (source.means !== 'letter') return []
    const parties = partiesOf(scheme, source)
    return parties.length === 0 ? [] : [{ source, parties }]
  })
}

/** What a party is asked about units of a kind; empty where the scheme does not ask it about them. */
export function fieldsFor(
  { source }: Pick<LetterPlan, 'source'>,
  party: AskedParty,
  type: string,
): readonly PlannedField[] {
  if (source.assessees !== undefined && !source.assessees.includes(type)) return []
  return party.fields.filter((field) => appliesTo(field, type))
}

const HUNDRED = ratio(100n, 1n)

/** A part of the total as officials write it: 30%. */
export function sayWeight({ weight }: Source): string | null {
  return weight === undefined ? null : `${formatRational(multiply(weight, HUNDRED))}%`
}

const ABSENT = {
  rescale: '其余部分按满分重新折算',
  full: '这部分按满分计',
  zero: '这部分计零分',
} as const

/** What becomes of this part where a unit has no such evaluation, in words. */
export function sayAbsent({ absent }: Source): string {
  return absent === undefined ? '方案没有写明，结果只能算出范围' : ABSENT[absent]
}

interface Placed {
  readonly due: string | null
  readonly says: string | null
}

/** What the calendar says of a source: when letters are due; and what is told to leaders before, where it asks so. */
export function stepsOf(
  { calendar = [] }: Scheme,
  { id }: Source,
): { readonly letters: Placed; readonly briefing: (Placed & { readonly name: string }) | null } {
  const own = calendar.filter(({ source }) => source === id)
  const placed = (step: (typeof own)[number] | undefined): Placed => ({
    due: step?.due ?? null,
    says: step?.wording ?? step?.event ?? null,
  })
  const told = own.find(({ kind }) => kind === 'other')
  return {
    letters: placed(own.find(({ kind }) => kind === 'review')),
    briefing: told === undefined ? null : { name: told.name, ...placed(told) },
  }
}
