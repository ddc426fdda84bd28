import { type Rounding, formatRational } from '../number/index.ts'

/** Choices of the scheme language that several places share: the Chinese word and what the code calls it. */
export const NATURE = { 基本: 'base', 加分: 'bonus', 减分: 'penalty' } as const

export const MECHANICS = {
  部门评价: 'desk',
  函询评价: 'letter',
  述职评议: 'ballot',
  抽样调查: 'poll',
  数据监控: 'feed',
  实地检查: 'inspection',
  申报: 'claim',
  自评: 'self',
} as const

export const PERIODICITY = {
  全年: 'year',
  每半年: 'half',
  每季度: 'quarter',
  每月: 'month',
  每周: 'week',
  每期: 'episode',
} as const

export const VALUE_TYPE = {
  数值: 'number',
  是否: 'truth',
  选项: 'choice',
  日期: 'date',
  文字: 'text',
} as const

export const ROUNDING_MODE = {
  四舍五入: 'half-up',
  四舍六入五成双: 'half-even',
  进一: 'up',
  舍去: 'down',
  向下取整: 'floor',
  向上取整: 'ceiling',
} as const

/** `四舍五入到0.01`. */
export function sayRounding({ to, mode }: Rounding): string {
  const [word] = Object.entries(ROUNDING_MODE).find(([, m]) => m === mode) ?? ['舍入']
  return `${word}到${formatRational(to)}`
}

export const COMBINE = {
  合计: 'sum',
  加权: 'weighted',
  平均: 'average',
  就高: 'best',
  就低: 'worst',
} as const

/** What becomes of the points of something that does not apply to a unit. */
export const NOT_APPLICABLE = { 重新折算: 'rescale', 得满分: 'full', 得零分: 'zero' } as const

export const TIES = { 并列占位: 'competition', 并列不占位: 'dense' } as const

export const PEERS = { 全部: 'all', 同类: 'type', 同组: 'group' } as const

/** What happens to units that tie at the cut of a share or a quota. */
export const CUT_TIES = { 全部入围: 'all-in', 全部不入: 'all-out', 由会议定: 'meeting' } as const

export const EVIDENCE = {
  文件: 'document',
  照片: 'photo',
  截图: 'screenshot',
  链接: 'link',
  台账: 'ledger',
  证书: 'certificate',
  系统数据: 'system',
  登录数: 'log-ins',
  转发数: 'reposts',
  领导批示: 'instruction',
  媒体刊发: 'press',
} as const
