import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chapters } from './index.ts'
import type { Row, Shown } from './standing.ts'

type Standing = Row['standing']

const STANDINGS: Readonly<Record<Standing, string>> = {
  met: '有测试',
  written: '有规定',
  void: '不涉及',
  open: '未达到',
}
const LEVELS = [1, 2, 3] as const

const rows = chapters.flatMap((chapter) => chapter.rows)
const kinds = Object.keys(STANDINGS) as Standing[]

const cell = (text: string): string => text.replaceAll('|', '\\|')
const code = (text: string): string => `\`${text}\``

function counted(level: number): string {
  const ofLevel = rows.filter((row) => row.level === level)
  const counts = kinds.map((kind) => ofLevel.filter(({ standing }) => standing === kind).length)
  return `| ${level} | ${[...counts, ofLevel.length].join(' | ')} |`
}

// All tests of one file behind its name.
function testsOf(shown: readonly Shown[]): string[] {
  const files = [...new Set(shown.map(({ test }) => test))]
  return files.map((file) => {
    const titles = shown.filter(({ test }) => test === file).map(({ title }) => `“${title}”`)
    return `${code(file)} ${titles.join('')}`
  })
}

function groundsOf(row: Row): string {
  switch (row.standing) {
    case 'met':
      return testsOf(row.shown).join('<br>')
    case 'written':
      return [
        ...row.places.map(({ file, words }) => `${code(file)} “${words.trim()}”`),
        ...testsOf(row.shown),
      ].join('<br>')
    case 'open':
      return `要做：${row.closes}`
    case 'void':
      return ''
  }
}

const rowOf = (row: Row): string =>
  `| ${row.id} | ${row.level} | ${STANDINGS[row.standing]} | ${cell(row.says)} | ${cell(groundsOf(row))} |`

/** The page that says how the system is guarded: what is written by hand, then how each requirement stands. */
export function securityPage(): string {
  const beginning = readFileSync(join(import.meta.dirname, 'beginning.txt'), 'utf8').trimEnd()
  return [
    beginning,
    '',
    '## 对照 OWASP ASVS 5.0',
    '',
    `以下由 \`npm run generate\` 从 \`tools/asvs/\` 生成：标准里适用于这样一个系统的 ${rows.length} 条，用我们自己的话写怎样做到；要求的原文见 [OWASP](https://owasp.org/www-project-application-security-verification-standard/)。“有测试”的，写明哪个测试（标题的一部分）；“有规定”的，写明写在哪里、哪条规则保证；“不涉及”的，系统里没有这样的东西；“未达到”的，写明还差什么。测试核对每一条都在、每个测试和每处文字都找得到；测试是不是真的说明了那一条，是人看过的。`,
    '',
    `| 级 | ${kinds.map((kind) => STANDINGS[kind]).join(' | ')} | 共 |`,
    `|---|${kinds.map(() => '---').join('|')}|---|`,
    ...LEVELS.map(counted),
    ...chapters.flatMap(({ number, name, rows: own }) => [
      '',
      `### ${number} ${name}`,
      '',
      '| 编号 | 级 | 状态 | 怎样 | 依据 |',
      '|---|---|---|---|---|',
      ...own.map(rowOf),
    ]),
    '',
  ].join('\n')
}
