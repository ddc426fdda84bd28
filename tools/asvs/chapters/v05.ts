import { D, T } from '../files.ts'
import { at, type Chapter, met, of, open, written } from '../standing.ts'

export const chapter: Chapter = {
  number: 5,
  name: '文件',
  rows: [
    written(
      '5.1.1',
      2,
      '收什么、多大、怎样处理坏文件，写在 security.md',
      at(D.security, '## 收什么文件', '费时的事'),
    ),
    met(
      '5.2.1',
      1,
      '请求和文件都有上限，先看大小再读；故意做来拖慢检查的 PDF 和工作簿也很快',
      of(T.app, 'is refused before it is read', 'is counted where it does not say'),
      of(T.evidence, 'is looked at in no time'),
      of(T.hostile, '%s without end'),
    ),
    met(
      '5.2.2',
      1,
      '内容要与后缀相符',
      of(T.evidence, 'is refused: %s', 'is taken: %s'),
      of(T.paperTemplate, 'that is no document is refused'),
    ),
    met(
      '5.2.3',
      2,
      '先看压缩包自己说的大小和个数，再按说的解开，多一个字节也不行',
      of(T.evidence, 'is refused: %s'),
      of(T.hostile, 'entries that claim more than is allowed'),
      of(T.verifier, 'that would be too large is refused before it is unpacked'),
    ),
    open(
      '5.2.4',
      3,
      '一个文件有上限，磁盘快满时停止写入；一个单位能交多少个文件没有限制',
      '每个单位每年的总大小和个数上限，可以设置',
    ),
    met(
      '5.2.5',
      3,
      '含链接的压缩包不收；服务器也从不把它解到磁盘上',
      of(T.evidence, 'is refused: %s'),
    ),
    open(
      '5.2.6',
      3,
      '服务器从不解开图片，所以像素多伤不到它；但不检查像素，打开它的电脑可能变慢',
      '读出图片的宽和高，太大的不收',
    ),
    met(
      '5.3.1',
      1,
      '文件以内容的摘要存放，在网页的目录以外；取出时不执行',
      of(T.evidence, 'comes in parts, goes on where it was broken off'),
      of(T.headers, 'is neither listed nor read'),
    ),
    written(
      '5.3.2',
      1,
      '磁盘上的名字只由程序产生，别的名字不认；人写的文件名只用来显示',
      at('apps/server/src/files/store.ts', 'const SAFE = /^[0-9a-f-]{8,64}$/'),
      of(T.headers, 'is neither listed nor read'),
    ),
    met(
      '5.3.3',
      3,
      '压缩包里带 .. 或绝对路径的不收，读工作簿不用包里的路径写文件',
      of(T.evidence, 'is refused: %s'),
    ),
    met(
      '5.4.1',
      2,
      '下载时由服务器写明文件名，没有显示在网页里的余地',
      of(
        'apps/server/tests/planning/planned.test.ts',
        'take files with a report, looked into like all evidence',
      ),
      of(
        'apps/server/tests/result/paper-template.test.ts',
        'is used in the archive, is handed out again',
      ),
    ),
    met(
      '5.4.2',
      2,
      '文件名按 RFC 6266 的编码写，没有能断开头部的字符',
      of(
        'apps/server/tests/result/paper-template.test.ts',
        'is used in the archive, is handed out again',
      ),
    ),
    written(
      '5.4.3',
      2,
      '系统检查类型和会运行的内容；杀毒由网站做',
      at(D.deploy, '| 杀毒 |'),
      of(T.evidence, 'is refused: %s'),
    ),
  ],
}
