/** Why a judge does not score the unit that he is of. */
export const OWN_UNIT = '本单位'

interface Belonging {
  readonly id: string
  /** The unit he belongs to and those above it, from the top; empty where he is of none of ours. */
  readonly path: readonly string[]
}

/** Whom judges do not score because they belong to it, or to a unit below it. */
export function ownConflicts(
  judges: readonly Belonging[],
  speakers: readonly { readonly id: string; readonly unit: string }[],
): { readonly judge: string; readonly speaker: string; readonly because: string }[] {
  return judges.flatMap(({ id: judge, path }) =>
    speakers
      .filter(({ unit }) => path.includes(unit))
      .map(({ id: speaker }) => ({ judge, speaker, because: OWN_UNIT })),
  )
}
