import { chapters } from './chapters/list.ts'
import type { Chapter, Term } from './term.ts'

const row = ({ zh, en, means, not }: Term): string =>
  `| ${zh} | \`${en}\` | ${means} | ${not.join('、')} |`

const section = ({ title, terms }: Chapter): string =>
  [
    `## ${title}`,
    '',
    '| 用语 | 程序里 | 意思 | 不要混同 |',
    '|---|---|---|---|',
    ...terms.map(row),
    '',
  ].join('\n')

/** docs/glossary.md: every term, by chapter. */
export function glossaryPage(): string {
  const head = [
    '# 用语',
    '',
    '一个用语只有一个名字：方案文件和屏幕上用中文，程序里用英文。本页由 `npm run generate` 从 `packages/glossary` 生成。',
    '',
    '三个动词不混用：人评价，程序计算，会议审定。',
    '',
  ]
  return `${[...head, ...chapters.map(section)].join('\n').trimEnd()}\n`
}
