import { shape } from '@kaohe/engine'
import type { Source } from '../source/tree.ts'

const { choice, date, flag, id, list, object, optional, required, text } = shape

/** Anything that may stand in a scheme; it is checked where it is put. */
export const anything = { shape: 'any' } as unknown as shape.Shape<Source>

/** One change to a scheme, by place. */
export const editShape = object({
  at: required(
    '位置',
    text,
    '改哪里：关键词、编号、序号用“/”连接，如 指标/study/规则/分段/段/2/范围',
  ),
  to: optional('改为', anything, '换成的内容；原来没有这个词的就加上'),
  add: optional('增加', anything, '加到列表末尾的一项（或几项），或加到一组内容里的词'),
  drop: optional('删去', flag, '是：去掉这个位置上的内容'),
  reason: optional('理由', text, '为什么这样改'),
})

export const optionShape = object({
  id: required('编号', id, '选项的标识'),
  note: required('说明', text, '这样理解是什么意思'),
  edits: required('修改', list(editShape, 0), '采用时对方案的修改；和原文一样的写 []'),
})

export const decisionShape = object({
  who: required('人', text, '谁决定的'),
  date: required('日期', date, '哪一天决定的'),
  reason: required('理由', text, '为什么'),
})

/** One open question of a notice, with the ways it can be understood. */
export const readingShape = object({
  id: required('编号', id, '口径的标识'),
  clause: optional('条款', text, '哪一条'),
  kind: optional(
    '种类',
    choice({ 口径: 'reading', 修复: 'repair' }),
    '口径：有几种理解；修复：原文有损坏。不写就是口径',
  ),
  question: required('问题', text, '原文没有说清的是什么'),
  options: required('选项', list(optionShape), '可能的理解'),
  adopted: optional('采用', id, '采用哪个选项；不写就是还没有定'),
  decision: optional('决定', decisionShape, '谁在哪一天因为什么这样定'),
})

/** The whole of a readings file, in the order in which it is printed. */
export const readingsShape = object({
  scheme: required('方案', id, '是哪个方案的口径'),
  readings: required('口径', list(readingShape, 0), '逐条列出'),
})

/** What a derived scheme says at its top, beside its own parts. */
export const derivedShape = object({
  from: required('方案', text, '沿用的方案文件，如 ../upper/scheme.yaml'),
  version: required('版本', text, '沿用的是哪个版本'),
})

export type Edit = shape.TypeOf<typeof editShape>
export type ReadingOption = shape.TypeOf<typeof optionShape>
export type Reading = shape.TypeOf<typeof readingShape>
export type Readings = shape.TypeOf<typeof readingsShape>
