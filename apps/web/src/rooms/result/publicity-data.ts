import { type Audience, type Publicity, type PublicPart, result } from '@kaohe/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import type { Standing } from '../../parts/refused.tsx'

export const publicitiesQuery = (cycle: string) =>
  queryOptions({
    queryKey: ['publicities', cycle],
    queryFn: () => call(result.readPublicities, { params: { cycle } }),
  })

export const PUBLIC_PARTS: { readonly value: PublicPart; readonly label: string }[] = [
  { value: 'grades', label: '各等次的单位' },
  { value: 'ranking', label: '排名' },
  { value: 'totals', label: '总分' },
  { value: 'commended', label: '拟表彰名单' },
]

export const AUDIENCES: { readonly value: Audience; readonly label: string }[] = [
  { value: 'units', label: '各单位' },
  { value: 'leaders', label: '分管领导（凭链接）' },
  { value: 'public', label: '社会（不用登录）' },
]

const STATE: Readonly<Record<Publicity['state'], string>> = {
  asked: '待审定机构同意',
  waiting: '已同意，还没有开始',
  standing: '正在公示',
  ended: '公示期满',
  withdrawn: '已撤下',
}

export const STATE_COLOUR: Readonly<Record<Publicity['state'], string>> = {
  asked: 'orange',
  waiting: 'blue',
  standing: 'green',
  ended: 'default',
  withdrawn: 'default',
}

export const sayPublicity = ({ state }: Publicity): string => STATE[state]

/** What became of a publicity, for whoever came too late. */
export function sayBecame(standing: Standing): string {
  const one = standing as Publicity | null
  if (one === null) return '没有这项公示'
  const { consent, withdrawnBecause } = one
  const became = [
    `${sayPublicity(one)}，${sayDays(one)}`,
    consent && `${consent.on} ${consent.body}同意`,
    withdrawnBecause !== null && `撤下：${withdrawnBecause}`,
  ]
  return became.filter(Boolean).join('\n')
}

/** `2024-01-22 至 2024-01-24（3 天）`, or on what it hangs. */
export function sayDays({ startsOn, endsOn, days, working, event }: Publicity): string {
  const long = `${days} ${working ? '个工作日' : '天'}`
  if (startsOn === null) return `随${event ?? ''}开始，${long}`
  return `${startsOn} 至 ${endsOn ?? ''}（${long}）`
}
