import { D, T } from '../files.ts'
import { at, type Chapter, met, of, open, written } from '../standing.ts'

export const chapter: Chapter = {
  number: 14,
  name: '数据保护',
  rows: [
    written('14.1.1', 2, '分四级，列在 security.md', at(D.security, '## 数据分四级')),
    written(
      '14.1.2',
      2,
      '每级怎样保护列在 security.md',
      at(D.security, '| 级 | 是什么 | 怎样保护 |', '留多久：'),
    ),
    met(
      '14.2.1',
      1,
      '令牌只在 cookie、头部、正文和地址的 # 后面，服务器的日志里没有',
      of(T.holder, 'is refused without a link'),
      of(T.elsewhere, 'opens nothing before an administrator has linked'),
      of(T.refused, 'with the post, the route and the status'),
      of(T.letterLinks, 'leaves its token nowhere'),
    ),
    met(
      '14.2.2',
      2,
      '接口的回答不许缓存；排版和导出的文件 7 天后删去',
      of(T.app, 'is kept by nobody, and runs nothing of others'),
      of(T.queue, 'is removed a while after its end'),
    ),
    met(
      '14.2.4',
      2,
      '电话、邮箱加密，日志里没有；票和回答封存以前谁也看不到',
      of(T.succession, 'has telephone numbers that neither the database nor the log tells'),
      of(T.outside, 'has addresses and codes nowhere in clear'),
      of(T.secrecy, '%s at %s learns no mark', 'says that a judge gave his ballot'),
      of(T.factor, 'is stored sealed'),
    ),
    met(
      '14.2.6',
      3,
      '各人只得到自己要用的：单位看反馈的部分，结果包没有人名，令牌不再显示',
      of(T.result, 'tells a unit what was released to it'),
      of(T.bundle, 'has no person in it'),
      of(T.account, 'is listed without what it was, and revoked'),
    ),
    open(
      '14.2.7',
      3,
      '消息、任务文件、断了的上传到期删去；人员、材料、结果不自动删除',
      '按档案规定的年限删去个人信息，留下摘要',
    ),
    open('14.2.8', 3, '照片里的拍摄地点、设备不去掉', '送出时去掉，原件留着核对'),
    open(
      '14.3.1',
      1,
      '退出后网页上的内容清空；没有送出的草稿有意留在浏览器里，按人分开，登录过期也不丢',
      '退出时可以选择清除草稿',
    ),
    met(
      '14.3.2',
      2,
      '接口的回答一律不许浏览器保存',
      of(T.app, 'is kept by nobody, and runs nothing of others'),
    ),
    open(
      '14.3.3',
      2,
      '浏览器里只有没送出的草稿，和评委、领导自己的链接（关掉标签页就没有）；草稿可能有工作内容',
      '草稿加密存放，或不存',
    ),
  ],
}
