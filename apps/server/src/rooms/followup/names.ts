import type { Consequence } from '@kaohe/engine'

/** What measures 措施 are called on a page, as schemes write them. */
export const KINDS: Readonly<Record<Consequence['measure'], string>> = {
  commend: '表彰',
  recommend: '推荐',
  money: '奖金',
  funding: '经费',
  circular: '通报',
  talk: '约谈',
  rectify: '整改',
  reassign: '组织调整',
  ineligible: '取消评优',
  'cut-quota': '削减名额',
  'add-quota': '增加名额',
  publish: '公布',
  feedback: '反馈',
  other: '其他',
}
