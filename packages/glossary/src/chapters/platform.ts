import { type Chapter, term } from '../term.ts'

/** Words of the pages: who acts, what is kept, and what proves it. */
export const platform: Chapter = {
  title: '系统',
  terms: [
    term('岗位', 'post', '一个人在一个组织、一段时间里担任的角色；一人可以有几个。', ['代理']),
    term('代理', 'stand-in', '在一段时间里替别人的岗位做事。', ['岗位']),
    term('邀请', 'invitation', '请人启用账户的一次性链接或纸条。', ['岗位']),
    term('发布', 'publication', '两个人先后同意后，方案定稿，不再改动。', ['更正']),
    term('更正', 'correction', '已发布方案的新一版，写明理由和改了什么。', ['发布']),
    term('签收', 'receipt', '单位确认收到通知。'),
    term('起草', 'proposal', '部门为方案草案写的一项指标或调查问题，由组织部合并或退回。', [
      '发布',
    ]),
    term('逐条记录', 'happening', '单位或部门记下的一次事件，作废时留下理由。', ['事件']),
    term('异议', 'contest', '单位对别人提供的数据提出的不同意见，由提供方答复。'),
    term('观察', 'observation', '部门平时记下的某天、某单位、某指标的情况。'),
    term('延期', 'exception', '给一个单位的较晚期限，写明理由。'),
    term('存证', 'checkpoint', '日志的条数和根，带签名；在别处保存，以后可以证明日志没有被改动。'),
  ],
}
