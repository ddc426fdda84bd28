/** Where a unit stands today and since when. */
export interface Standing {
  readonly from: string
  readonly to: string | null
}

/** What a dated change does to the record of places: a new line, or the line of that day written anew. */
export type Dated =
  | { readonly kind: 'new' }
  | { readonly kind: 'same-day' }
  | { readonly kind: 'refused'; readonly because: string }

/**
 * A change of name or place from a day on. The tree of today is what it says of today, so no day ahead; and
 * no day before the line that stands, since what was before it is history.
 */
export function datedChange(standing: Standing, on: string, today: string): Dated {
  if (on > today)
    return { kind: 'refused', because: `日期不能晚于今天（${today}），请到那一天再改` }
  if (on < standing.from)
    return { kind: 'refused', because: `日期不能早于现在这条沿革开始的 ${standing.from}` }
  return on === standing.from ? { kind: 'same-day' } : { kind: 'new' }
}

/** Why a unit cannot be put below another, both as paths from the top; undefined when it can. */
export function refuseMove(unit: readonly string[], parent: readonly string[]): string | undefined {
  const self = unit.at(-1)
  if (self === undefined || unit.length === 1) return '最上面的组织不能移动'
  if (parent.includes(self)) return '不能移到自己或者自己的下级下面'
  if (parent.at(-1) === unit.at(-2)) return '它已经在这个上级下面'
  return undefined
}

/** The path of one of the subtree after its top was moved below `above`. */
export function movedPath(
  path: readonly string[],
  moved: string,
  above: readonly string[],
): readonly string[] {
  const at = path.indexOf(moved)
  return at < 0 ? path : [...above, ...path.slice(at)]
}

/** Why a unit cannot end on a day; undefined when it can. */
export function refuseEnd(
  { children, from }: { readonly children: number; readonly from: string },
  on: string,
  today: string,
): string | undefined {
  if (children > 0) return `下面还有 ${children} 个组织，请先移走或者撤销它们`
  if (on > today) return `日期不能晚于今天（${today}），请到那一天再改`
  return on <= from ? `日期要晚于现在这条沿革开始的 ${from}` : undefined
}
