/** Whether what was told to those who wrote one cell fits one history, in which each write has its moment. */

/** Milliseconds between which the server did what was asked. */
interface During {
  readonly begun: number
  readonly ended: number
}

/** A write that was accepted: over which version, and as which. */
export interface Accepted extends During {
  readonly key: string
  readonly base: number
  readonly version: number
}

/** A write that was refused: over which version it would have gone, and what it was shown. */
export interface Refused extends During {
  readonly key: string
  readonly base: number
  /** The version that was shown as his own. */
  readonly yours: number
  /** That his own words were shown with it. */
  readonly isHis: boolean
  readonly standing: number
  /** Whose words were shown as standing. */
  readonly by: string
}

/** All that happened to a cell, from its version at the beginning. */
export interface CellHistory {
  readonly name: string
  readonly first: number
  readonly accepted: readonly Accepted[]
  readonly refused: readonly Refused[]
}

// Each write has its moment between its beginning and its end: no later version had ended when it began.
function outOfTime(sorted: readonly Accepted[]): Accepted[] {
  let soonest = Number.POSITIVE_INFINITY
  return sorted.toReversed().filter((one) => {
    const isLate = one.begun > soonest
    soonest = Math.min(soonest, one.ended)
    return isLate
  })
}

function faultOf(
  one: Refused,
  first: number,
  byVersion: ReadonlyMap<number, Accepted>,
): string | undefined {
  const { base, yours, isHis, standing, by, begun, ended } = one
  if (yours !== base || !isHis) return 'was not shown what he had sent'
  if (standing === base) return 'was refused though he had seen what stands'
  const shown = byVersion.get(standing)
  if (shown === undefined) return standing === first ? undefined : 'was shown what nobody wrote'
  if (shown.key !== by) return 'was shown a version in the words of another'
  if (shown.begun > ended) return 'was shown what was not written yet'
  const next = byVersion.get(standing + 1)
  return next !== undefined && next.ended < begun ? 'was shown what stood no longer' : undefined
}

/** @returns what does not fit */
export function faultsOf({ name, first, accepted, refused }: CellHistory): string[] {
  const sorted = accepted.toSorted((a, b) => a.version - b.version)
  const gaps = sorted.flatMap(({ version, base, key }, at) => [
    ...(version === first + 1 + at ? [] : [`${key} is version ${version}, not ${first + 1 + at}`]),
    ...(version === base + 1 ? [] : [`${key} wrote over another version than it had seen`]),
  ])
  const late = outOfTime(sorted).map(({ key }) => `${key} came before one that had ended`)
  const byVersion = new Map(sorted.map((one) => [one.version, one]))
  const shown = refused.flatMap((one) => {
    const fault = faultOf(one, first, byVersion)
    return fault === undefined ? [] : [`${one.key} ${fault}`]
  })
  return [...gaps, ...late, ...shown].map((fault) => `${name}: ${fault}`)
}
