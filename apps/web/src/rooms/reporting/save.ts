import { type Answer, type Report, reporting, type Sent } from '@kaohe/contract'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/client.ts'

export interface Place {
  readonly cycle: string
  readonly unit: string
}

export const reportKey = ({ cycle, unit }: Place) => ['report', cycle, unit] as const

type Body = NonNullable<Sent<typeof reporting.writeEntry>['body']>
type Saved = Answer<typeof reporting.writeEntry>
type Cell = Report['items'][number]['cells'][number]

function withEntry(
  cells: Cell[],
  fact: string,
  period: string | null,
  entry: Saved['entry'],
): Cell[] {
  return cells.map((cell) =>
    cell.fact === fact && cell.period === period ? { ...cell, entry } : cell,
  )
}

function takeOver(report: Report, fact: string, period: string | null, saved: Saved): Report {
  const yields = new Map(saved.items.map((item) => [item.id, item.yields]))
  const items = report.items.map((item) => ({
    ...item,
    cells: withEntry(item.cells, fact, period, saved.entry),
    yields: yields.get(item.id) ?? item.yields,
  }))
  return { ...report, items, total: saved.total }
}

function show(queries: QueryClient, place: Place, body: Body, fact: string, saved: Saved): void {
  queries.setQueryData<Report>(
    reportKey(place),
    (report) => report && takeOver(report, fact, body.period ?? null, saved),
  )
}

/** Saves one field of a report, and shows at once what it yields. */
export function useSave(place: Place, fact: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Body) => call(reporting.writeEntry, { params: { ...place, fact }, body }),
    onSuccess: (saved, body) => show(queries, place, body, fact, saved),
  })
}
