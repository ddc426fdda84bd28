/** The one table of kinds of messages: how each is called, and whether it waits for the one who gets it. */
export const messageKinds = {
  reminder: { name: '催报提醒', waits: true },
  returned: { name: '填报退回', waits: true },
  deadline: { name: '截止临近', waits: true },
  work: { name: '工作要点到期', waits: true },
  notice: { name: '通知待签收', waits: true },
  ruling: { name: '疑问答复', waits: true },
  submitted: { name: '收到填报', waits: false },
  proposal: { name: '部门草案', waits: true },
  scheme: { name: '方案发布或更正', waits: false },
  rectification: { name: '整改', waits: true },
  measure: { name: '结果运用到期', waits: true },
  objection: { name: '申诉和复核', waits: true },
  job: { name: '后台任务结束', waits: false },
} as const

export type MessageKind = keyof typeof messageKinds

export const allMessageKinds = Object.keys(messageKinds) as readonly MessageKind[]

export function isMessageKind(text: string): text is MessageKind {
  return Object.hasOwn(messageKinds, text)
}
