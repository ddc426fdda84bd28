import type { Proposal, Scheme } from '@kaohe/contract'
import type { Standing } from '../../parts/refused.tsx'

export const SEVERITY = {
  error: { name: '要先定', color: 'red' },
  warning: { name: '要注意', color: 'orange' },
  note: { name: '供参考', color: 'default' },
} as const

export const SCHEME_STATE = {
  draft: { name: '草案', color: 'default' },
  published: { name: '已发布', color: 'green' },
} as const

export const CYCLE_STATE = { preparing: '筹备', open: '进行中', closed: '已结束' } as const

export const PROPOSAL_STATE = {
  draft: { name: '起草中', color: 'default' },
  handed: { name: '已交组织部', color: 'blue' },
  accepted: { name: '已并入', color: 'green' },
  returned: { name: '已退回', color: 'orange' },
} as const

/** What became of a draft of a department, for whoever came too late. */
export function sayProposal(standing: Standing): string {
  const one = standing as Proposal | null
  if (one === null) return '没有这份起草'
  const { name } = PROPOSAL_STATE[one.state]
  return one.because === null ? name : `${name}：${one.because}`
}

/** How far a scheme is, for whoever came too late. */
export function sayScheme(standing: Standing): string {
  const one = standing as Scheme | null
  if (one === null) return '没有这个方案'
  if (one.state === 'published') return SCHEME_STATE.published.name
  return one.proposedAt === null ? '草案，又改过了，没有提请发布' : '已提请发布，等另一位同志确认'
}

export const WORK_STATE = {
  waiting: { name: '没有进展', color: 'default' },
  moving: { name: '在推进', color: 'blue' },
  overdue: { name: '已过期限', color: 'red' },
  closed: { name: '已销号', color: 'green' },
} as const

export const STEP_KIND = {
  report: '报进展',
  reminder: '催办',
  closing: '销号',
  reopening: '重新打开',
} as const

export const CHANGE_KIND = {
  added: '新增',
  removed: '删去',
  changed: '改动',
  moved: '换位',
} as const

/** `2026-03-05 14:20`, in the time of whoever looks. */
export function momentOf(at: string): string {
  const moment = new Date(at)
  const two = (n: number): string => String(n).padStart(2, '0')
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
  return `${day} ${two(moment.getHours())}:${two(moment.getMinutes())}`
}
