import { identity, type Me } from '@kaohe/contract'
import { type QueryClient, queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { ApiProblem, call } from '../api/client.ts'

async function meOrNobody(): Promise<Me | null> {
  try {
    return await call(identity.me)
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null
    throw error
  }
}

/** Who is signed in, or nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: meOrNobody,
  // It ends where a request is refused (see api/again.ts), and never takes an open page away.
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
})

/** Takes over what signing in, out or choosing a post answered: all else was another's view. */
export function changeSession(queries: QueryClient, me: Me | null): void {
  queries.clear()
  queries.setQueryData(sessionQuery.queryKey, me)
}

/** Who is signed in, on pages that only those see. */
export function useMe(): Me {
  const { data } = useSuspenseQuery(sessionQuery)
  if (data === null) throw new ApiProblem({ type: '', title: '请先登录', status: 401 })
  return data
}

/** May the post in use do this at least somewhere? What may not be done is not offered. */
export function useMay(act: string): boolean {
  return useMe().may.includes(act)
}
