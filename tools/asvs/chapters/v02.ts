import { D, T } from '../files.ts'
import { at, type Chapter, met, of, open, written } from '../standing.ts'

export const chapter: Chapter = {
  number: 2,
  name: '检查和业务规则',
  rows: [
    met(
      '2.1.1',
      1,
      '每个接口的形状由同一份定义生成说明（/api/docs）；方案和数据的形状有 JSON Schema',
      of(T.api, 'has every route of the server, and nothing else'),
    ),
    written('2.1.2', 2, '哪些数据要相互一致，由方案写明，方案语言和检查的说明由代码生成', [
      ...at(D.language, '## 数、日期和范围'),
      ...at(D.lint, '## 数据 Facts'),
    ]),
    written(
      '2.1.3',
      2,
      '登录、上传、后台任务、链接的次数和大小写在 security.md',
      at(D.security, '猜密码', '费时的事'),
    ),
    met(
      '2.2.1',
      1,
      '每个接口按写明的形状、范围检查；填报按方案检查',
      of(T.input, 'is of the kind that it is to be'),
      of(T.units, 'says every place that is wrong'),
      of(T.report, 'names every place that is wrong'),
    ),
    met(
      '2.2.2',
      1,
      '检查都在服务器上，网页的检查只为方便',
      of(T.report, 'refuses what cannot be read at its place'),
      of(T.input, 'is what the endpoint names'),
    ),
    met(
      '2.2.3',
      2,
      '一项里的日期、属性、口径相互核对',
      of(T.report, 'names every place that is wrong'),
      of(T.result, 'refuses to record %s'),
    ),
    met(
      '2.3.1',
      1,
      '填报、评价、审定、反馈按顺序，不能跳步',
      of(
        T.result,
        'is not released before it is ratified',
        'is not ratified while a grade is open',
      ),
      of(T.schemes, 'takes two persons'),
    ),
    met(
      '2.3.2',
      2,
      '写明的上限照做：打开的问题最多二十个，令牌的键最长 200 字，邀请只用一次',
      of(T.problems, 'is refused, sent at once or one by one'),
      of(T.serve, 'has a key of 200 signs'),
      of(T.invitation, 'is used once, of a hundred at a time'),
    ),
    met(
      '2.3.3',
      2,
      '一次请求一个事务，连同日志，要么全部保存要么一点也不',
      of(T.log, 'fails the act when its entry cannot be written'),
      of(T.lost, 'that nothing has changed', 'that nobody knows'),
      of(T.imports, 'shows every change, and carries it out all at once'),
    ),
    met(
      '2.3.4',
      2,
      '同时来的只有一个成功',
      of(T.versions, 'is written by one of those who write at the same moment'),
      of(T.posts, 'of fifty grants at a time'),
      of(T.invitation, 'is used once, of a hundred at a time'),
      of(T.letterLinks, 'is answered once, however many try'),
    ),
    met(
      '2.3.5',
      3,
      '发布方案、审定、公示、重新打开都要两个人',
      of(T.schemes, 'takes two persons'),
      of(T.result, 'is not ratified while a grade is open'),
      of(T.publicity, 'needs the consent of another'),
      of(T.desks, 'is not agreed to by the one who asked'),
    ),
    open(
      '2.4.1',
      2,
      '登录、动态码、公示页有次数限制，大小和后台任务有上限；已登录的人一般请求的次数没有限制',
      '按会话限制每分钟的请求数，或由代理限制',
    ),
    open(
      '2.4.2',
      3,
      '没有按人的速度限制提交的快慢；填报是大批量的正常工作',
      '审定、投票等少数步骤要求最短间隔',
    ),
  ],
}
