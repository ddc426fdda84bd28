import { result } from '@kaohe/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/client.ts'

export const papersKey = (snapshot: string) => ['snapshot', snapshot, 'papers'] as const

export const papersQuery = (snapshot: string) =>
  queryOptions({
    queryKey: papersKey(snapshot),
    queryFn: () => call(result.readPapers, { params: { snapshot } }),
  })
