import { type Answer, result } from '@kaohe/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/client.ts'

export type SnapshotPageData = Answer<typeof result.readSnapshot>

export const snapshotQuery = (snapshot: string) =>
  queryOptions({
    queryKey: ['snapshot', snapshot],
    queryFn: () => call(result.readSnapshot, { params: { snapshot } }),
  })

export const unitResultQuery = (snapshot: string, assessee: string) =>
  queryOptions({
    queryKey: ['snapshot', snapshot, assessee],
    queryFn: () => call(result.readUnitResult, { params: { snapshot, assessee } }),
  })

export const PARTS = [
  { value: 'grade' as const, label: '等次' },
  { value: 'total' as const, label: '总分' },
  { value: 'rank' as const, label: '名次' },
  { value: 'items' as const, label: '各项得分和说明' },
  { value: 'comments' as const, label: '评语' },
]

export const closenessQuery = (snapshot: string, assessee: string) =>
  queryOptions({
    queryKey: ['snapshot', snapshot, assessee, 'closeness'],
    queryFn: () => call(result.readCloseness, { params: { snapshot, assessee } }),
  })

export const weightsQuery = (snapshot: string) =>
  queryOptions({
    queryKey: ['snapshot', snapshot, 'weights'],
    queryFn: () => call(result.readWeights, { params: { snapshot } }),
  })
