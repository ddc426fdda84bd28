import { type Answer, review } from '@kaohe/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { base64Of } from '../reporting/file-content.ts'

export type SurveysPageData = Answer<typeof review.listSurveys>
export type SurveyLooked = Answer<typeof review.lookAtSurvey>

export const surveysQuery = (cycle: string) =>
  queryOptions({
    queryKey: ['surveys', cycle],
    queryFn: () => call(review.listSurveys, { params: { cycle } }),
  })

/** A chosen file as it is sent. */
export async function sentFile(file: File) {
  return { name: file.name, content: await base64Of(file) }
}

/** The usual ways in which people are asked; any other can be written. */
export const METHODS = ['电话访谈', '网络问卷', '面访', '邮寄问卷', '拦截访问'] as const

export const ABOUT = {
  name: '',
  method: '',
  source: '',
  from: '',
  to: '',
  answers: '',
  because: '',
}
export type About = typeof ABOUT
