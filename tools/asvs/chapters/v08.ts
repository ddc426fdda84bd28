import { D, T } from '../files.ts'
import { at, type Chapter, met, nothing, of, open, written } from '../standing.ts'

export const chapter: Chapter = {
  number: 8,
  name: '权限',
  rows: [
    written(
      '8.1.1',
      1,
      '谁可以做什么由权限表生成',
      at(D.roles, '## 权限'),
      of('tools/generate/roles.test.ts', 'has a row for every policy'),
    ),
    open(
      '8.1.2',
      2,
      '按反馈的部分给单位看、封存以前看不到等写在各处，没有一份按字段的总表',
      '把按字段的规定写成一份表',
    ),
    written(
      '8.1.3',
      3,
      '只看岗位、组织、状态和时间，写在 security.md',
      at(D.security, '判断可以不可以，只看'),
    ),
    met(
      '8.2.1',
      1,
      '没有列出的一律不可以；每个接口都有权限',
      of(T.routes, 'has rows in the policies', 'is refused: %s'),
      of(T.policy, 'is what it is there for: %s'),
      of(T.serve, 'that %s changes nothing, and is our fault'),
    ),
    met(
      '8.2.2',
      1,
      '按对象所属的组织判断，再由数据库的行级安全判断一次',
      of(T.routes, '%s at %s finds nothing'),
      of(T.serve, '%s: %i'),
      of(T.catalogue, 'no row of any table with an organisation'),
    ),
    met(
      '8.2.3',
      2,
      '单位只看到反馈给它的部分；评价人和票的内容分开',
      of(T.result, 'tells a unit what was released to it'),
      of(T.secrecy, 'sees his own ballot and the agenda'),
      of(T.input, 'is what the endpoint names'),
    ),
    nothing('8.2.4', 3, '不按地点、设备判断，也没有写这样的规定'),
    met(
      '8.3.1',
      1,
      '都在服务器和数据库里判断',
      of(T.routes, 'is refused: %s', 'asks who brings no session'),
      of(T.catalogue, 'row security on every table'),
    ),
    met(
      '8.3.2',
      3,
      '岗位结束、账户停用、委托收回立刻生效；后台任务在做的时候再问',
      of(T.posts, 'end at once, and what was lent from them'),
      of(T.serve, 'a post that ended allows nothing'),
      of(T.queue, 'is not done for one whose post has ended'),
    ),
    met(
      '8.3.3',
      3,
      '后台任务以请求人的身份做；令牌以持有人的岗位做',
      of(T.queue, 'is done as the one who asked, once'),
      of(T.account, 'acts on its post, and reads only unless it may write'),
    ),
    met(
      '8.4.1',
      2,
      '别的组织的行，程序和数据库都挡住',
      of(T.routes, '%s at %s finds nothing'),
      of(T.catalogue, 'not %s', 'no row of any table with an organisation'),
      of('apps/server/tests/reach.test.ts', 'and none beside or elsewhere'),
    ),
    open(
      '8.4.2',
      3,
      '三员要两个因素、三个人、业务数据看不到；不看设备和地点',
      '可以设置三员只能从哪些地址登录',
    ),
  ],
}
