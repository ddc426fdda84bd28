import { D, T } from '../files.ts'
import { at, type Chapter, met, of, open, written } from '../standing.ts'

export const chapter: Chapter = {
  number: 11,
  name: '密码算法',
  rows: [
    written(
      '11.1.1',
      2,
      '密钥怎样产生、谁有、怎样换，写在 security.md；没有逐条对照 NIST SP 800-57',
      at(D.security, '密钥由程序第一次启动时'),
      of(T.keyFile, 'servers started at the same moment have one key'),
    ),
    written(
      '11.1.2',
      2,
      '全部密钥、算法、用途列在 security.md',
      at(D.security, '## 密钥和密码算法'),
    ),
    met(
      '11.2.1',
      2,
      '只用 Node（OpenSSL）和 argon2 的现成实现',
      of(T.secrets, 'is AES-256-GCM, as another program opens it'),
      of(T.stored, 'is argon2id with 19 MiB'),
    ),
    open(
      '11.2.2',
      2,
      '密文、密码的摘要、存证的公钥都带算法编号，可以加别的；还没有第二套（国密），也没有把旧密文全部换成新钥的命令',
      '加 SM2、SM3、SM4 一套，和换钥匙的命令',
    ),
    met(
      '11.2.3',
      2,
      '都在 128 位以上：Ed25519、AES-256、SHA-256、256 位令牌；恢复码 120 位，见 6.5.2',
      of(T.source, 'hashes, seals or signs'),
      of(T.secrets, 'is 32 bytes at random'),
    ),
    written(
      '11.2.4',
      3,
      '密码、密文、签名由库按固定时间比较；令牌按摘要在数据库里找，指标的令牌用 timingSafeEqual',
      at('apps/server/src/watch/routes.ts', 'timingSafeEqual(digest(given)'),
      of(T.signIn, 'looks like a login that does not exist'),
    ),
    met(
      '11.2.5',
      3,
      '打不开就是打不开，不说原因',
      of(T.secrets, 'does not open when any bit of it is turned'),
    ),
    met('11.3.1', 1, '没有 ECB，没有旧的填充', of(T.source, 'hashes, seals or signs')),
    met(
      '11.3.2',
      1,
      '只有 AES-256-GCM',
      of(T.source, 'hashes, seals or signs'),
      of(T.secrets, 'is AES-256-GCM, as another program opens it'),
    ),
    met(
      '11.3.3',
      2,
      '改动任何一位都打不开',
      of(T.secrets, 'does not open when any bit of it is turned'),
    ),
    met('11.3.4', 3, '每次用新的随机数', of(T.secrets, 'is sealed anew each time')),
    met(
      '11.4.1',
      1,
      '只有 SHA-256（动态码的 HMAC-SHA-1 是认证器的规定，在库里）',
      of(T.source, 'hashes, seals or signs'),
    ),
    met('11.4.2', 2, 'argon2id，19 MiB、2 遍、1 路', of(T.stored, 'is argon2id with 19 MiB')),
    met(
      '11.4.3',
      2,
      '日志、材料、结果包都用 SHA-256',
      of(T.source, 'hashes, seals or signs'),
      of('packages/checker/tests/check.test.ts', 'is SHA-256'),
    ),
    met(
      '11.5.1',
      2,
      '令牌、邀请、链接 256 位，都用系统的随机数',
      of(T.source, 'takes from chance'),
      of(T.app, 'is read by no script, sent by no other site'),
    ),
    met(
      '11.6.1',
      2,
      '只有 Ed25519，由 OpenSSL 产生',
      of(T.logKeeper, 'is signed by Ed25519'),
      of(T.source, 'hashes, seals or signs'),
    ),
  ],
}
