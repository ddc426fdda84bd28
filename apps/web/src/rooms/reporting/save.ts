import { type Answer, type Changed, type Report, reporting } from '@kaohe/contract'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/client.ts'

export interface Place {
  readonly cycle: string
  readonly unit: string
}

export const reportKey = ({ cycle, unit }: Place) => ['report', cycle, unit] as const

type Cell = Report['items'][number]['cells'][number]

/** Shows the points anew wherever a change touched them. */
export function withYields(report: Report, changed: Changed): Report {
  const yields = new Map(changed.items.map((item) => [item.id, item.yields]))
  const items = report.items.map((item) => ({
    ...item,
    yields: yields.get(item.id) ?? item.yields,
  }))
  return { ...report, items, total: changed.total }
}

/** Shows a saved entry in every item that rests on it. */
export function withEntry(
  report: Report,
  fact: string,
  period: string | null,
  saved: Answer<typeof reporting.writeEntry>,
): Report {
  const taken = (cell: Cell): Cell =>
    cell.fact === fact && cell.period === period ? { ...cell, entry: saved.entry } : cell
  const items = report.items.map((item) => ({ ...item, cells: item.cells.map(taken) }))
  return withYields({ ...report, items }, saved)
}

export function changeReport(
  queries: QueryClient,
  place: Place,
  change: (report: Report) => Report,
): void {
  queries.setQueryData<Report>(reportKey(place), (report) => report && change(report))
}

/** Something done to the report as a whole, after which it is read anew. */
export function useAct<T>(place: Place, act: (sent: T) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: reportKey(place) }),
  })
}

export function useContest(place: Place) {
  return useAct(place, (body: { fact: string; period: string | null; reason: string }) =>
    call(reporting.contestEntry, { params: place, body }),
  )
}

export function useAnswer(place: Place) {
  return useAct(place, ({ contest, answer }: { contest: string; answer: string }) =>
    call(reporting.answerContest, { params: { ...place, contest }, body: { answer } }),
  )
}
