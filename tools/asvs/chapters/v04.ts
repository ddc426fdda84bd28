import { T } from '../files.ts'
import { type Chapter, met, nothing, of, open } from '../standing.ts'

export const chapter: Chapter = {
  number: 4,
  name: 'HTTP 接口',
  rows: [
    met(
      '4.1.1',
      1,
      '每个回答写明类型；文字写明编码，上传的文本按内容判断编码',
      of(T.headers, 'says what it is, and in which letters'),
      of(T.evidence, 'of text says in which letters it is written'),
    ),
    met(
      '4.1.3',
      2,
      '只信自己的代理写的那几层地址；没有代理时不看这些头',
      of(T.signIn, 'is counted by the address that our own proxy saw'),
      of(T.watch, 'shows its figures to this machine'),
    ),
    met(
      '4.1.4',
      3,
      '没有定义的方法一律不答',
      of(T.headers, 'that no route has is not there', 'that tells what was sent is not there'),
    ),
    open(
      '4.1.5',
      3,
      '单个请求没有签名；结果包和日志的存证有摘要和签名',
      '为审定、投票等请求由本人签名',
    ),
    met('4.2.1', 2, '边界说得不清楚的请求不收', of(T.headers, 'are not taken: %s')),
    nothing('4.4.1', 1, '不用 WebSocket：大屏幕用普通的 HTTP 回答'),
    nothing('4.4.2', 2, '不用 WebSocket'),
    nothing('4.4.3', 2, '不用 WebSocket'),
  ],
}
