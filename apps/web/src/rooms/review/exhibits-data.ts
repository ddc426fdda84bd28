import { type Answer, type Exhibit, review, type VerdictKind } from '@kaohe/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import type { Standing } from '../../parts/refused.tsx'
import type { DeskPlace } from './data.ts'

export type ExhibitsData = Answer<typeof review.readExhibits>

const keyOf = ({ cycle, party }: DeskPlace) => ['exhibits', cycle, party] as const

export const exhibitsQuery = (place: DeskPlace) =>
  queryOptions({
    queryKey: keyOf(place),
    queryFn: () => call(review.readExhibits, { params: { ...place } }),
  })

export const VERDICT: Readonly<Record<VerdictKind, string>> = {
  accepted: '采信',
  returned: '退回',
  doubtful: '存疑',
  open: '待看',
}

export const verdictOf = ({ verdict }: Exhibit): VerdictKind => verdict?.verdict ?? 'open'

/** A file may serve several items: both together name an exhibit. */
export const exhibitKey = ({ item, id }: Exhibit): string => `${item}/${id}`

export interface Given {
  readonly exhibits: readonly Exhibit[]
  readonly verdict: VerdictKind
  readonly reason: string | null
}

/** What stands of files on which another gave a verdict meanwhile. */
export function exhibitsIn(standing: Standing | undefined): readonly Exhibit[] {
  return (standing as { readonly exhibits: readonly Exhibit[] } | null | undefined)?.exhibits ?? []
}

/** `退回：照片看不清（郑悦）`. */
export function sayVerdict(
  verdict: VerdictKind,
  reason: string | null,
  by: string | null = null,
): string {
  return [VERDICT[verdict], reason].filter(Boolean).join('：') + (by === null ? '' : `（${by}）`)
}

/** Gives a verdict on files of one item, and shows it in the queue. */
export function useVerdict(place: DeskPlace) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ exhibits, verdict, reason }: Given) =>
      call(review.giveVerdict, {
        params: { ...place },
        body: {
          item: exhibits[0]!.item,
          verdict,
          reason,
          files: exhibits.map((one) => ({ file: one.id, version: one.verdict?.version ?? 0 })),
        },
      }),
    onSuccess: ({ exhibits }) => {
      const fresh = new Map(exhibits.map((one) => [exhibitKey(one), one]))
      queries.setQueryData<ExhibitsData>(keyOf(place), (data) =>
        data === undefined
          ? data
          : {
              ...data,
              exhibits: data.exhibits.map((one) => fresh.get(exhibitKey(one)) ?? one),
            },
      )
    },
  })
}
