import { type Category, type Item, type Scheme, type Source, formatRational } from '@kaohe/engine'
import { writeShare } from '../print/value.ts'
import { Teller } from './say.ts'
import { afterwards, beginning } from './parts.ts'

function remarks(parts: readonly (string | undefined)[]): string {
  const said = parts.filter((part) => part !== undefined)
  return said.length > 0 ? `（${said.join('，')}）` : ''
}

const UNCOUNTED = '不计入总分'

function itemLines(item: Item, teller: Teller): string[] {
  const head = remarks([
    item.clause,
    item.full && `${formatRational(item.full)}分`,
    item.weight && `占比${writeShare(item.weight)}`,
    item.assessees &&
      `适用：${item.assessees.map((id) => teller.nameOf(id, 'assessee')).join('、')}`,
    item.counts === false ? UNCOUNTED : undefined,
    item.leads && `牵头：${item.leads.map((id) => teller.nameOf(id, 'party')).join('、')}`,
  ])
  const requirements = (item.requirements ?? []).map((one) => `  - 要求：${one.text}`)
  const rule = item.rule ? [`  - 计分：${teller.rule(item.rule)}`] : []
  const note = item.note === undefined ? [] : [`  - 说明：${item.note}`]
  return [`- **${item.name}**${head}`, ...requirements, ...rule, ...note]
}

function categoryLines(
  category: Category,
  depth: number,
  scheme: Scheme,
  teller: Teller,
): string[] {
  const head = remarks([
    category.clause,
    category.full && `${formatRational(category.full)}分`,
    category.weight && `占比${writeShare(category.weight)}`,
    category.cap && `上限${formatRational(category.cap)}分`,
    category.counts === false ? UNCOUNTED : undefined,
  ])
  const items = scheme.items.filter((item) => item.category === category.id)
  const below = (scheme.categories ?? []).filter((one) => one.above === category.id)
  return [
    `${'#'.repeat(Math.min(6, depth))} ${category.name}${head}`,
    '',
    ...items.flatMap((item) => itemLines(item, teller)),
    '',
    ...below.flatMap((one) => categoryLines(one, depth + 1, scheme, teller)),
  ]
}

function sourceLines(source: Source, teller: Teller): string {
  const by =
    source.evaluators &&
    `评价人：${source.evaluators.map((id) => teller.nameOf(id, 'party')).join('、')}`
  const whom =
    source.assessees &&
    `对象：${source.assessees.map((id) => teller.nameOf(id, 'assessee')).join('、')}`
  return `- ${source.name}${remarks([source.clause, source.weight && `占比${writeShare(source.weight)}`, by, whom])}`
}

function scored(scheme: Scheme, teller: Teller): string[] {
  const top = (scheme.categories ?? []).filter((one) => one.above === undefined)
  const loose = scheme.items.filter((item) => item.category === undefined)
  return [
    '## 指标',
    '',
    ...loose.flatMap((item) => itemLines(item, teller)),
    ...(loose.length > 0 ? [''] : []),
    ...top.flatMap((category) => categoryLines(category, 3, scheme, teller)),
  ]
}

/**
 * A scheme as readable Chinese text in Markdown: headings, indicators with their clause, and every
 * rule told in words.
 * @example
 * showScheme(scheme).startsWith(`# ${scheme.name}`) // true
 */
export function showScheme(scheme: Scheme): string {
  const teller = new Teller(scheme)
  const sources = scheme.sources
    ? ['## 评价方式', '', ...scheme.sources.map((one) => sourceLines(one, teller)), '']
    : []
  const lines = [
    ...beginning(scheme),
    ...sources,
    ...scored(scheme, teller),
    ...afterwards(scheme, teller),
  ]
  return `${lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`
}
