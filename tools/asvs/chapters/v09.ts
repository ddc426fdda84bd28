import { T } from '../files.ts'
import { at, type Chapter, met, of, written } from '../standing.ts'

export const chapter: Chapter = {
  number: 9,
  name: '自带内容的令牌',
  rows: [
    met(
      '9.1.1',
      1,
      '只有两种：统一身份的身份令牌要核对签名；自己的 cookie 用 AES-256-GCM 封着',
      of(T.elsewhere, 'opens nothing when it is not signed'),
      of(T.secrets, 'does not open when any bit of it is turned'),
    ),
    written(
      '9.1.2',
      1,
      '身份令牌只认登记的签名算法（openid-client，默认 RS256）；自己的只认一种',
      at('apps/server/src/rooms/identity/elsewhere.ts', 'oidc.discovery(url, client, secret'),
      of(T.secrets, 'is AES-256-GCM, as another program opens it'),
    ),
    met(
      '9.1.3',
      1,
      '公钥只从设置的那一处取',
      of(T.elsewhere, 'opens nothing when it is not signed', 'opens nothing: with another state'),
    ),
    written(
      '9.2.1',
      1,
      '身份令牌的有效期由 openid-client 核对；往返用的 cookie 十分钟，授权码只用一次',
      at(
        'apps/server/src/rooms/identity/elsewhere.ts',
        'maxAge: MINUTES_S',
        'idTokenExpected: true',
      ),
      of(T.elsewhere, 'opens nothing: with another state'),
    ),
    met(
      '9.2.2',
      2,
      '只收身份令牌，核对发给谁、nonce；封着的内容绑定用途',
      of(T.elsewhere, 'opens nothing: with another state'),
      of(T.secrets, 'opens for no other purpose'),
    ),
  ],
}
