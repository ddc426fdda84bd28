import { eligibilityOf, type Scheme, type Value } from '@kaohe/engine'

/** A unit as far as its taking part depends on it. */
export interface Candidate {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly foundedOn: string | null
  /** With whom it is compared usually, unless the cycle says otherwise. */
  readonly peerGroup: string | null
}

/** What the organiser decides: the kind of assessee of each kind of unit, and of single units. */
export interface Mapping {
  readonly kinds: ReadonlyMap<string, string | null>
  readonly units: ReadonlyMap<
    string,
    { readonly type: string | null; readonly group: string | null }
  >
}

export interface Assessed {
  readonly unit: string
  readonly type: string
  readonly group: string | null
  /** Does not take part: why. */
  readonly excludedBecause: string | null
  /** Takes part for now: what is not known yet. */
  readonly undecidedBecause: string | null
}

// 成立日期 is kept with the unit itself; a scheme calls it as it likes.
function attributesOf(unit: Candidate, scheme: Scheme): Record<string, Value> {
  if (unit.foundedOn === null) return {}
  const founded = (scheme.attributes ?? []).filter(
    ({ type, name, id }) => type === 'date' && (/成立/.test(name) || id === 'founded'),
  )
  const { foundedOn: date } = unit
  return Object.fromEntries(founded.map(({ id }) => [id, { date }]))
}

function assessed(unit: Candidate, type: string, group: string | null, scheme: Scheme): Assessed {
  const attributes = attributesOf(unit, scheme)
  const { met, reasons } = eligibilityOf({ id: unit.id, name: unit.name, type, attributes }, scheme)
  const why = reasons.join('；')
  return {
    unit: unit.id,
    type,
    group,
    excludedBecause: met === 'no' ? why : null,
    undecidedBecause: met === 'undecided' ? why : null,
  }
}

/**
 * Who is assessed: every unit that the mapping gives a kind of assessee, with the reason for each whom the
 * scheme's 资格 leaves out and for each of whom it cannot tell.
 */
export function assesseesOf(
  candidates: readonly Candidate[],
  { kinds, units }: Mapping,
  scheme: Scheme,
): Assessed[] {
  return candidates.flatMap((unit) => {
    const single = units.get(unit.id)
    const type = single === undefined ? (kinds.get(unit.kind) ?? null) : single.type
    const group = single === undefined ? unit.peerGroup : single.group
    return type === null ? [] : [assessed(unit, type, group, scheme)]
  })
}

/** Kinds of assessee in a mapping that the scheme does not have. */
export function strangeTypes({ kinds, units }: Mapping, scheme: Scheme): string[] {
  const known = new Set(scheme.assessees.map(({ id }) => id))
  const named = [...kinds.values(), ...[...units.values()].map(({ type }) => type)]
  return [...new Set(named)].filter((type) => type !== null && !known.has(type)) as string[]
}
