import { D, T } from '../files.ts'
import { at, type Chapter, met, of, open, written } from '../standing.ts'

export const chapter: Chapter = {
  number: 15,
  name: '代码和依赖',
  rows: [
    written(
      '15.1.1',
      1,
      '各级漏洞几天以内处理，写在 deploy.md，由网站做',
      at(D.deploy, '严重的七天以内'),
    ),
    written(
      '15.1.2',
      2,
      '全部第三方的库和版本在 package-lock.json，带完整性摘要，来自 npm',
      at(D.lock, '"lockfileVersion"'),
    ),
    written('15.1.3', 2, '费时的事和怎样限制写在 security.md', at(D.security, '费时的事')),
    open('15.2.1', 1, '没有自动核对依赖里有没有已公布漏洞的版本', '连续集成里跑 npm audit'),
    met(
      '15.2.2',
      2,
      '导入、导出、打包在后台排队，排版在另一个进程，检查文件有上限',
      of(T.queue, 'is shared among many workers'),
      of(T.evidence, 'is looked at in no time'),
      of(T.hostile, 'sixteen thousand headings'),
    ),
    open(
      '15.2.3',
      2,
      '演示数据要空的系统并由建立的人选择才装入；测试、工具随源代码在安装目录里，但不对外',
      '做不含测试和工具的发布包',
    ),
    written('15.2.4', 3, '版本和摘要固定，项目自己的包都在工作区里，不从外面取', [
      ...at('package.json', '"workspaces"'),
      ...at(D.lock, '"integrity"'),
    ]),
    met(
      '15.3.1',
      1,
      '回答按接口写明的字段组成',
      of(T.result, 'tells a unit what was released to it'),
      of(T.secrecy, 'sees his own ballot and the agenda'),
    ),
    met('15.3.3', 2, '只取接口写明的字段，多出来的丢掉', of(T.input, 'is what the endpoint names')),
    met(
      '15.3.4',
      2,
      '只信自己的代理写的那几层',
      of(T.signIn, 'is counted by the address that our own proxy saw'),
      of(T.throttle, '%s counts as %s'),
    ),
    written(
      '15.3.5',
      2,
      'TypeScript 加不许松的比较；收到的先按形状检查',
      at(D.rules, '"eqeqeq"', '"typescript/no-explicit-any": "error"'),
      of(T.input, 'is of the kind that it is to be'),
    ),
    met(
      '15.3.6',
      2,
      '键名不会改到程序的对象；岗位等按自己的表认',
      of(T.input, 'changes no object of the program'),
      of(T.policy, 'are those of the table, and no other word is one'),
    ),
    met(
      '15.3.7',
      2,
      '重复的参数只取一个并检查，地址、正文、头部互不代替',
      of(T.input, 'says each thing once'),
    ),
    met(
      '15.4.2',
      3,
      '权限、状态和写入在同一事务里，数据库的约束再保证一次',
      of(T.posts, 'of fifty grants at a time'),
      of(T.versions, 'is written by one of those who write at the same moment'),
      of(T.setUp, 'happens once, of twenty at a time'),
      of(T.phones, 'is either counted and acknowledged, or neither'),
    ),
    met(
      '15.4.3',
      3,
      '锁都在数据库里，有期限；断了自己放开',
      of(T.lost, 'keeps nothing locked for ever'),
      of(T.queue, 'is not taken while its lease runs', 'is given up when processes keep dying'),
    ),
  ],
}
