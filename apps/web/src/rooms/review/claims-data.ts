import { type Answer, type Claim, review } from '@kaohe/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/client.ts'

export type ClaimsData = Answer<typeof review.listClaims>

export const claimsKey = (cycle: string) => ['claims', cycle] as const

export const claimsQuery = (cycle: string) =>
  queryOptions({
    queryKey: claimsKey(cycle),
    queryFn: () => call(review.listClaims, { params: { cycle } }),
  })

/** It was ruled on as it stands now. */
export const isDecided = ({ ruling }: Claim): boolean => ruling?.current === true
