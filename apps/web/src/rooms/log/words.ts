const WORDS: Readonly<Record<string, string>> = {
  'session.begin': '登录',
  'session.fail': '登录失败',
  'unit.change': '改动组织',
  'report.enter': '填报',
  'report.confirm': '确认并提交填报',
  'report.return': '退回填报',
  'scheme.write': '改动方案',
  'cycle.open': '改动考核年度',
  'person.invite': '邀请',
  'post.grant': '授予岗位',
  'job.cancel': '取消后台任务',
  'message.mark': '标消息为已读',
  'message.choose': '改消息设置',
  'demo.seed': '载入演示',
}

/** An act in words; one that has none yet is shown by its name. */
export const wordOf = (act: string): string => WORDS[act] ?? act
