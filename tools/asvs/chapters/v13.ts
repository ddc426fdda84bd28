import { D, T } from '../files.ts'
import { at, type Chapter, met, of, open, written } from '../standing.ts'

export const chapter: Chapter = {
  number: 13,
  name: '配置',
  rows: [
    written(
      '13.1.1',
      2,
      '和谁通信列在 security.md，包括人可以登记的机器人地址',
      at(D.security, '## 和谁通信'),
    ),
    written(
      '13.1.2',
      3,
      '连接的个数和用完时怎样写在 security.md',
      at(D.security, '至多 20 个连接'),
    ),
    written(
      '13.1.3',
      3,
      '等多久、重试几次写在 security.md',
      at(D.security, '失败隔 30 秒'),
      of(T.lost, 'keeps nothing locked for ever'),
      of(T.outside, 'is tried again when the server refuses'),
    ),
    written(
      '13.2.1',
      2,
      '随附的数据库只从套接字进；自己的 PostgreSQL、发信、统一身份用单独的账户和密码，由网站定期换',
      at(D.deploy, '| 账户和密码 |'),
    ),
    met(
      '13.2.2',
      2,
      '服务以没有特权的角色读写，不能绕过行级安全，不能建表',
      of(T.lines, 'works as the role that row security holds'),
      of(T.catalogue, 'not %s'),
    ),
    written('13.2.3', 2, '没有默认密码；网站不用默认的', at(D.deploy, '不用默认的')),
    met(
      '13.2.4',
      2,
      '程序只连列出的几处；防火墙由网站设',
      of(T.bots, 'of %s is not %s', 'follows no redirection'),
      of(T.source, 'asks an address by itself'),
    ),
    open(
      '13.3.1',
      2,
      '密钥是只有运行账户能读的文件，源代码和网页里没有；没有密钥管理服务或加密机',
      '接密钥管理服务（KMS）',
    ),
    open('13.3.4', 3, '密钥没有期限，不自动更换', '写明期限，加换钥匙并重新封存的命令'),
    written(
      '13.4.1',
      1,
      '只有网页的目录对外；安装时删去 .git',
      at(D.deploy, 'rm -rf .git', '| 源代码 |'),
      of(T.headers, 'is neither listed nor read'),
    ),
    met(
      '13.4.2',
      2,
      '没有调试模式：出错只给编号，细节在系统日志里',
      of(T.refused, 'is written down with its request'),
    ),
    met('13.4.3', 2, '不列目录', of(T.headers, 'is neither listed nor read')),
    met('13.4.4', 2, '不支持 TRACE', of(T.headers, 'that tells what was sent is not there')),
    met(
      '13.4.5',
      2,
      '接口说明有意公开，不含数据；指标只给本机或带令牌的',
      of(T.watch, 'shows its figures to this machine'),
      of(T.api, 'is a page that loads nothing and runs nothing'),
    ),
    met('13.4.6', 3, '回答里没有软件的名称和版本', of(T.headers, 'is guarded: %s')),
  ],
}
