/** So many problems of one judge may wait to be dealt with. */
export const MOST_OPEN_PROBLEMS = 20

/** Why a judge may not tell of another problem now; undefined where he may. */
export function againstProblem(
  told: readonly { readonly dealt_at: string | null }[],
): string | undefined {
  const open = told.filter(({ dealt_at }) => dealt_at === null).length
  if (open < MOST_OPEN_PROBLEMS) return undefined
  return `您报告的问题有 ${open} 个还没有处理，等处理了再报告；急的请直接告诉会场工作人员`
}
