import { type Answer, type ConsequenceProposal, followup, type Measure } from '@kaohe/contract'
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import type { Standing } from '../../parts/refused.tsx'
import { day } from '../../parts/when.ts'

export type FollowupPageData = Answer<typeof followup.readFollowup>
export type Reached = ConsequenceProposal['units'][number]

export const followupsQuery = queryOptions({
  queryKey: ['followup'],
  queryFn: () => call(followup.readFollowups),
})

export const followupQuery = (cycle: string) =>
  queryOptions({
    queryKey: ['followup', cycle],
    queryFn: () => call(followup.readFollowup, { params: { cycle } }),
  })

export const hingesQuery = (cycle: string, consequence: string, assessee: string) =>
  queryOptions({
    queryKey: ['followup', cycle, consequence, assessee],
    queryFn: () => call(followup.readHinges, { params: { cycle, consequence, assessee } }),
    // A ratified result does not change while one looks at it.
    staleTime: Number.POSITIVE_INFINITY,
  })

export const ownMeasuresQuery = queryOptions({
  queryKey: ['followup', 'own'],
  queryFn: () => call(followup.readOwnMeasures),
})

export const rectificationsQuery = queryOptions({
  queryKey: ['rectifications'],
  queryFn: () => call(followup.readRectifications),
})

/** Looks again at all that shows measures. */
export function useFreshMeasures(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    await queries.invalidateQueries({ queryKey: ['followup'] })
    await queries.invalidateQueries({ queryKey: rectificationsQuery.queryKey })
    await queries.invalidateQueries({ queryKey: ['carried-over'] })
  }
}

export const ofOffice = {
  start: followup.startMeasureUpload,
  read: followup.readMeasureUpload,
  send: followup.sendMeasurePart,
  finish: followup.finishMeasureUpload,
}

export const ofUnit = {
  start: followup.startRectificationUpload,
  read: followup.readRectificationUpload,
  send: followup.sendRectificationPart,
  finish: followup.finishRectificationUpload,
}

const STATE: Readonly<Record<Measure['state'], string>> = {
  declined: '不采用',
  open: '办理中',
  done: '报告完成，待复查',
  closed: '已销号',
}

export function sayState({ state, overdue }: Pick<Measure, 'state' | 'overdue'>): string {
  return overdue ? `${STATE[state]}，已过期限` : STATE[state]
}

/** What a step tells of. */
export const KIND = { progress: '进展', minutes: '纪要', recheck: '复查' } as const

const GONE = '没有这一项'

/** How far a measure is, with what was written of it last, for whoever wrote meanwhile. */
export function sayMeasure(standing: Standing): string {
  // Who may close it is told no more than how far it is.
  const one = standing as (Pick<Measure, 'state' | 'overdue'> & Partial<Measure>) | null
  if (one === null) return GONE
  const last = one.steps?.at(-1)
  return [sayState(one), last && `${day(last.at)} ${KIND[last.kind]}：${last.text}`]
    .filter(Boolean)
    .join('\n')
}

type Arranged = Pick<Measure, 'owner' | 'dueOn' | 'copies' | 'places' | 'persons'>

/** Who sees to a measure, until when, and who is told of it. */
export function sayArranged({ owner, dueOn, copies, places, persons }: Arranged): string {
  const lines = [
    `负责：${owner?.name ?? '没有定'}`,
    `期限：${dueOn ?? '没有定'}`,
    `抄送：${copies.length === 0 ? '没有' : copies.join('、')}`,
    places && `名额增减：${places}`,
    persons && `推荐人选：${persons}`,
  ]
  return lines.filter(Boolean).join('\n')
}

/** The same of what stands, with how far it is. */
export function sayStandingArranged(standing: Standing): string {
  const one = standing as Measure | null
  return one === null ? GONE : `${sayState(one)}\n${sayArranged(one)}`
}

const VERDICT: Readonly<Record<Reached['robust']['verdict'], string>> = {
  firm: '稳：总分动一步也不变',
  close: '临界：总分动一步就可能变',
  tied: '同分：有单位分数相同而结论不同',
  all: '都一样：没有结论不同的单位',
  open: '还有没定的，不能判断有多稳',
}

/** `稳：总分动一步（0.01 分）也不变；离结论不同的山镇团委 22.2 分、1 名`. */
export function sayRobust({ verdict, points, ranks, beside, line, step }: Reached['robust']) {
  const told = [VERDICT[verdict].replace('动一步', `动一步（${step} 分）`)]
  if (beside !== null && points !== null)
    told.push(`离结论不同的${beside} ${points} 分${ranks === null ? '' : `、${ranks} 名`}`)
  if (line !== null) told.push(`离分数线 ${line} 分`)
  return told.join('；')
}
