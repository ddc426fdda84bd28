import { KINDS, MODIFIERS } from '../vocabulary.ts'
import { REMARKS } from './remarks.ts'
import { shapeTables } from './words.ts'
import type { Kind, Modifier } from '@kaohe/engine'

/** Combiners follow kinds in the vocabulary; 合计 is the first of them. */
const FIRST_COMBINER = '合计'

function fenced(kind: string, examples: readonly string[]): string {
  return examples.map((example) => `\`\`\`yaml ${kind}\n${example}\n\`\`\``).join('\n\n')
}

function silences(of: Kind): string[] {
  const lines = Object.entries(of.silences ?? {}).map(
    ([keyword, question]) => `- \`${keyword}\`：${question}`,
  )
  return lines.length > 0
    ? [`这些词有时可以不写；需要而没有写时，得分就未定：\n\n${lines.join('\n')}`]
    : []
}

function remarks({ keyword }: Kind): string[] {
  const remark = REMARKS[keyword]
  return remark === undefined ? [] : [remark]
}

function section(of: Kind | Modifier, as: string, extra: readonly string[] = []): string {
  return [
    `### ${of.keyword}`,
    of.summary,
    shapeTables(of.params),
    ...extra,
    fenced(as, of.examples),
  ].join('\n\n')
}

function kindSections(from: number, to?: number): string {
  return [...KINDS.values()]
    .slice(from, to)
    .map((kind) => section(kind, '规则', [...silences(kind), ...remarks(kind)]))
    .join('\n\n')
}

function firstCombiner(): number {
  return [...KINDS.keys()].indexOf(FIRST_COMBINER)
}

export function kindsChapter(): string {
  return kindSections(0, firstCombiner())
}

export function combinersChapter(): string {
  return kindSections(firstCombiner())
}

export function modifiersChapter(): string {
  return [...MODIFIERS.values()].map((modifier) => section(modifier, '修饰')).join('\n\n')
}
