import {
  addMember,
  linesWithout,
  membersOf,
  partOf,
  placeOfPart,
  printScheme,
  replacePart,
} from '@kaohe/scheme'
import type { StoredProposal, StoredScheme } from '@kaohe/storage'
import { filesOf } from './files.ts'
import { lookAt } from './look.ts'

export const LISTS = { item: '指标', survey: '调查项目' } as const

/** A draft of an indicator brings the data and events along that it declares or changes. */
const DECLARES = ['数据', '事件'] as const

export type Written = Pick<StoredProposal, 'kind' | 'subject' | 'text'>

/** One member of a list of the scheme, as a draft writes it. */
export interface Part {
  readonly list: string
  /** What it is called in the draft. */
  readonly id: string
  /** What it takes the place of; null for something new. */
  readonly instead: string | null
  readonly text: string
  /** Of each of its lines, the line of the draft. */
  readonly lines: readonly number[]
}

const idIn = (text: string): string => /编号: *([a-z0-9-]+)/.exec(text)?.[1] ?? ''

function declaredIn(scheme: StoredScheme, text: string): Part[] {
  const texts = textsOf(scheme)
  return DECLARES.flatMap((list) =>
    membersOf(text, list).map((one): Part => {
      const known = texts.some((whole) => partOf(whole, `${list}/${one.id}`) !== undefined)
      const lines = one.text.split('\n').map((_, i) => one.line + i)
      return { list, id: one.id, instead: known ? one.id : null, text: one.text, lines }
    }),
  )
}

/** What a draft says, each at the list of the scheme to which it belongs. */
export function partsOf(scheme: StoredScheme, { kind, subject, text }: Written): Part[] {
  const taken = new Set<string>(kind === 'item' ? DECLARES : [])
  const own = linesWithout(text, taken)
  const written = own.map((one) => one.text).join('\n')
  const main: Part = {
    list: LISTS[kind],
    id: idIn(written),
    instead: subject,
    text: written,
    lines: own.map(({ line }) => line),
  }
  return [main, ...(kind === 'item' ? declaredIn(scheme, text) : [])]
}

const indented = (text: string): string => text.trimEnd().replaceAll(/^(?=.)/gm, '  ')

// In a scheme drawn from an upper one, what the own text does not have is a change of the upper one.
function mergePart(text: string, derived: boolean, { list, instead, text: by }: Part) {
  const own = instead === null ? undefined : replacePart(text, `${list}/${instead}`, by)
  if (own !== undefined) return own
  if (derived && instead !== null)
    return addMember(text, '修改', `位置: ${list}/${instead}\n改为:\n${indented(by)}\n`)
  if (derived && partOf(text, list) === undefined)
    return addMember(text, '修改', `位置: ${list}\n增加:\n${indented(by)}\n`)
  return instead === null ? addMember(text, list, by) : undefined
}

/** The scheme's text with what was drafted in it; undefined where there is no place for it. */
export function merged(scheme: StoredScheme, written: Written): string | undefined {
  const derived = scheme.bases.length > 0
  return partsOf(scheme, written).reduce<string | undefined>(
    (text, part) => (text === undefined ? undefined : mergePart(text, derived, part)),
    scheme.text,
  )
}

/** Where in a draft a place of the scheme's new text was written. */
export function placeInDraft(
  text: string,
  parts: readonly Part[],
  at: { readonly line: number; readonly column: number },
): { line: number; column: number } | undefined {
  for (const { list, id, lines } of parts) {
    const place = placeOfPart(text, `${list}/${id}`)
    const line = place && lines[at.line - place.line]
    if (line !== undefined) return { line, column: Math.max(1, at.column - place!.column + 1) }
  }
  return undefined
}

/**
 * The texts in which members of a scheme are found, the nearest first. In a scheme drawn from an upper one
 * what is not its own counts as it is in force: with the readings of the upper one, which what is written
 * instead does not have any more.
 */
export function textsOf(scheme: StoredScheme): string[] {
  if (scheme.bases.length === 0) return [scheme.text]
  const inForce = lookAt(filesOf(scheme)).scheme
  const upper =
    inForce === undefined ? scheme.bases.map(({ text }) => text) : [printScheme(inForce)]
  return [scheme.text, ...upper]
}

const unusedId = (word: string, used: readonly string[]): string => {
  const taken = (id: string) => used.some((text) => text.includes(`编号: ${id}\n`))
  let n = 1
  while (taken(`${word}-${n}`)) n += 1
  return `${word}-${n}`
}

const freshItem = (id: string, lead: string | undefined): string =>
  [
    `编号: ${id}`,
    '名称: 新的指标',
    '分值: 5',
    '条款: 待定',
    ...(lead === undefined ? [] : [`牵头: [${lead}]`]),
    '要求:',
    `  - {编号: ${id}-1, 内容: 写明要做到什么}`,
    '规则:',
    '  打分: {依据: 写明凭什么打分}',
    '',
  ].join('\n')

const freshQuestion = (id: string): string =>
  `编号: ${id}\n名称: 写明问什么\n答案: [很满意, 满意, 一般, 不满意]\n`

/** What was drafted before, so that nobody's new indicator is called like another's; and who drafts. */
export interface Drafter {
  readonly used: readonly string[]
  /** The party of the scheme that the department is, if it names it. */
  readonly lead: string | undefined
}

/** The text with which a draft begins: what stands there now, or a form to fill in. */
export function beginning(
  scheme: StoredScheme,
  kind: Written['kind'],
  subject: string | null,
  { used, lead }: Drafter,
): string | undefined {
  const texts = textsOf(scheme)
  if (subject === null && kind === 'item')
    return freshItem(unusedId('new-item', [...texts, ...used]), lead)
  if (subject === null) return freshQuestion(unusedId('new-question', [...texts, ...used]))
  const path = `${LISTS[kind]}/${subject}`
  return texts.map((text) => partOf(text, path)).find((part) => part !== undefined)
}
