import { D, T } from '../files.ts'
import { at, type Chapter, met, of, open, written } from '../standing.ts'

export const chapter: Chapter = {
  number: 7,
  name: '会话',
  rows: [
    written(
      '7.1.1',
      2,
      '多久过期、为什么，写在 security.md',
      at(D.security, '**会话**：最长 12 小时'),
    ),
    written(
      '7.1.2',
      2,
      '不限个数，本人看得到、结束得了，写在 security.md',
      at(D.security, '可以同时登录几处，不限个数'),
    ),
    met(
      '7.2.1',
      1,
      '每个请求都在数据库里查会话',
      of(T.account, 'end after signing out'),
      of(T.processes, 'bring it up at the same time, and are one'),
    ),
    met(
      '7.2.2',
      1,
      '登录时产生的随机令牌',
      of(T.app, 'is read by no script, sent by no other site'),
    ),
    met(
      '7.2.3',
      1,
      '256 位，系统的随机数',
      of(T.app, 'is read by no script, sent by no other site'),
      of(T.source, 'takes from chance'),
    ),
    met(
      '7.2.4',
      1,
      '每次登录、每加一个因素都换新的，旧的作废',
      of(T.account, 'end where one signs in anew'),
      of(T.factor, 'changes the token, so that the half open one stays shut'),
    ),
    met(
      '7.3.1',
      2,
      '不用就过期',
      of(T.account, 'end when nobody was there for two hours'),
      of(T.limits, 'lasts as long as is set'),
    ),
    met(
      '7.3.2',
      2,
      '最长 12 小时，可以设',
      of(T.limits, 'lasts as long as is set', 'are twelve hours and two idle ones'),
    ),
    met('7.4.1', 1, '退出就从数据库里删去', of(T.account, 'end after signing out')),
    met('7.4.2', 1, '账户停用，登录随之结束', of(T.invitation, 'opens nothing any more')),
    met(
      '7.4.3',
      2,
      '改密码、重发邀请以后，其他登录结束',
      of(T.account, 'is changed with the one before'),
      of(T.invitation, 'made anew ends what the earlier password opened'),
    ),
    open(
      '7.4.5',
      2,
      '管理员停用账户、结束岗位，登录或权限立刻结束；不能只结束一个人的登录，也没有一次结束所有人的',
      '加一个只结束登录的操作',
    ),
    met(
      '7.5.1',
      2,
      '改密码、停用动态码、换恢复码要密码；设动态码要在登录后十五分钟以内',
      of(T.account, 'is changed with the one before'),
      of(
        T.factor,
        'is not set up from a page that somebody left open',
        'are renewed with the password',
        'is not replaced by whoever has the password alone',
      ),
    ),
    open(
      '7.5.2',
      2,
      '看得到每一处，可以逐个或全部结束；结束时不再问密码，因为结束只会更安全',
      '结束别处的登录以前问一次密码',
    ),
    open(
      '7.5.3',
      3,
      '审定、发布等要另一个人，不要求本人再输一次动态码',
      '审定、授岗以前再问一次动态码',
    ),
  ],
}
