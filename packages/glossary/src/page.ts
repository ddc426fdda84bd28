import { chapters } from './chapters/list.ts'
import { rules } from './chapters/rules.ts'
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

/** The chapters, and in the one of rules the terms that none of them has. */
function completed(others: readonly Term[]): readonly Chapter[] {
  const known = new Set(chapters.flatMap((chapter) => chapter.terms.map((term) => term.zh)))
  const more = others.filter((term) => !known.has(term.zh))
  return chapters.map((one) => (one === rules ? { ...one, terms: [...one.terms, ...more] } : one))
}

/**
 * docs/glossary.md: every term, by chapter.
 * @param ofRules kinds, combiners and modifiers in their own words, where no chapter has better ones
 */
export function glossaryPage(ofRules: readonly Term[] = []): string {
  const head = [
    '# 用语',
    '',
    '一个用语只有一个名字：方案文件和屏幕上用中文，程序里用英文。本页由 `npm run generate` 从 `packages/glossary` 生成。',
    '',
    '三个动词不混用：人评价，程序计算，会议审定。',
    '',
  ]
  return `${[...head, ...completed(ofRules).map(section)].join('\n').trimEnd()}\n`
}
