/** A version of a survey as far as it is asked which one stands. */
export interface SurveyVersion {
  readonly id: string
  readonly replaces: string | null
  readonly figures: readonly SurveyCell[]
}

/** One figure of one unit. */
export interface SurveyCell {
  readonly unit: string
  readonly subject: string
}

/** The versions that no other replaces and that hold figures. */
export function standingSurveys<T extends SurveyVersion>(all: readonly T[]): T[] {
  const gone = new Set(all.map(({ replaces }) => replaces))
  return all.filter(({ id, figures }) => figures.length > 0 && !gone.has(id))
}

interface Frozen {
  /** When the newest result was frozen; null while none was. */
  readonly frozenAt: string | null
  /** When two persons last agreed to open the figures again; null when they never did. */
  readonly reopenedAt: string | null
}

/** Whether figures of surveys may be changed: before a result is frozen, or since they were opened again. */
export function areSurveysOpen({ frozenAt, reopenedAt }: Frozen): boolean {
  if (frozenAt === null) return true
  return reopenedAt !== null && Date.parse(reopenedAt) >= Date.parse(frozenAt)
}

/** Why a person may not agree to open figures again; undefined when he may. It takes two. */
export function refuseSurveyReopening(
  asked: { readonly by: string; readonly agreed: boolean } | null,
  person: string,
): string | undefined {
  if (asked === null || asked.agreed) return '没有人申请重新打开调查结果'
  return asked.by === person ? '申请的人不能自己确认，请另一位同志确认' : undefined
}

/** Figures that another survey gives already: of one thing in one unit one survey says how it is. */
export function givenTwice<T extends SurveyCell>(
  fresh: readonly T[],
  standing: readonly SurveyVersion[],
): { readonly cell: T; readonly survey: string }[] {
  const given = new Map(
    standing.flatMap(({ id, figures }) =>
      figures.map(({ unit, subject }) => [`${unit}/${subject}`, id] as const),
    ),
  )
  return fresh.flatMap((cell) => {
    const survey = given.get(`${cell.unit}/${cell.subject}`)
    return survey === undefined ? [] : [{ cell, survey }]
  })
}
