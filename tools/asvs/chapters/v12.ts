import { D, T } from '../files.ts'
import { at, type Chapter, of, written } from '../standing.ts'

export const chapter: Chapter = {
  number: 12,
  name: '传输加密',
  rows: [
    written(
      '12.1.1',
      1,
      'TLS 由网站的代理做，样例只开 1.2 和 1.3',
      at(D.deploy, 'ssl_protocols TLSv1.2 TLSv1.3;', '| 人到系统的加密 |'),
    ),
    written(
      '12.2.1',
      1,
      '样例把 80 端口转到 443；系统叫浏览器只用 https，cookie 只走 https',
      at(D.deploy, 'return 301 https://', '| 人到系统的加密 |'),
      of(T.headers, 'is guarded: %s'),
      of(T.app, 'travels encrypted alone where the installation does'),
    ),
    written(
      '12.3.1',
      2,
      '发信默认要求加密，机器人和统一身份只走 https；到数据库和代理的由网站做',
      at(D.deploy, '| 系统背后的加密 |', '`KAOHE_SMTP_TLS`'),
      of(T.bots, 'of %s is not %s'),
    ),
  ],
}
