import { type Answer, review } from '@kaohe/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../../api/client.ts'

export type PaperData = Answer<typeof review.readPaper>
export type OwnLetter = Answer<typeof review.readOwnLetter>
export type Receipt = Answer<typeof review.answerLetter>

export const lettersQuery = (cycle: string) =>
  queryOptions({
    queryKey: ['letters', cycle],
    queryFn: () => call(review.readLetters, { params: { cycle } }),
  })

export const paperQuery = (letter: string) =>
  queryOptions({
    queryKey: ['letter-paper', letter],
    queryFn: () => call(review.readPaper, { params: { letter } }),
  })

export const briefingsQuery = (cycle: string, unit: string) =>
  queryOptions({
    queryKey: ['briefings', cycle, unit],
    queryFn: () => call(review.readBriefings, { params: { cycle, unit } }),
  })
