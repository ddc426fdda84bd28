import type { Trial } from '@kaohe/contract'
import { compareSchemes } from '@kaohe/domain'
import {
  addMember,
  type Diagnostic,
  loadSource,
  partOf,
  placeOfPart,
  replacePart,
  tell,
} from '@kaohe/scheme'
import type { StoredProposal, StoredScheme } from '@kaohe/storage'
import { filesOf } from './files.ts'
import { checkOf, type Look, lookAt, shownFinding, shownMistake } from './look.ts'

export const LISTS = { item: '指标', survey: '调查项目' } as const

type Written = Pick<StoredProposal, 'kind' | 'subject' | 'text'>

const indented = (text: string): string => text.trimEnd().replaceAll(/^(?=.)/gm, '  ')

/**
 * The scheme's text with what was drafted in it. In a scheme drawn from an upper one, what the own text
 * does not have is written as a change of the upper one.
 */
export function merged(scheme: StoredScheme, { kind, subject, text }: Written): string | undefined {
  const list = LISTS[kind]
  const derived = scheme.bases.length > 0 && partOf(scheme.text, list) === undefined
  if (derived && subject === null)
    return addMember(scheme.text, '修改', `位置: ${list}\n增加:\n${indented(text)}\n`)
  if (derived)
    return addMember(scheme.text, '修改', `位置: ${list}/${subject}\n改为:\n${indented(text)}\n`)
  return subject === null
    ? addMember(scheme.text, list, text)
    : replacePart(scheme.text, `${list}/${subject}`, text)
}

/** The text with which a draft begins: what stands there now, or a form to fill in. */
export function beginning(
  scheme: StoredScheme,
  kind: Written['kind'],
  subject: string | null,
): string | undefined {
  if (subject === null)
    return kind === 'item'
      ? '编号: new-item\n名称: 新的指标\n分值: 5\n条款: 待定\n要求:\n  - {编号: new-item-1, 内容: 写明要做到什么}\n规则: {打分: {依据: 写明凭什么打分}}\n'
      : '编号: new-question\n名称: 写明问什么\n答案: [很满意, 满意, 一般, 不满意]\n'
  const path = `${LISTS[kind]}/${subject}`
  return [scheme.text, ...scheme.bases.map((base) => base.text)]
    .map((text) => partOf(text, path))
    .find((part) => part !== undefined)
}

const idIn = (text: string): string | undefined => /编号: *([a-z0-9-]+)/.exec(text)?.[1]

// Lines are told as they stand in what the department wrote; what lies elsewhere names the whole file.
function inDraft(one: Diagnostic, first: number | undefined, last: number): Diagnostic {
  if (first === undefined || one.line < first || one.line > first + last)
    return { ...one, file: '整份方案' }
  return { ...one, file: '起草的内容', line: one.line - first + 1 }
}

function unreadable(text: string): Diagnostic[] {
  const { tree, problems } = loadSource('起草的内容', text, new Set())
  const mistakes = problems.map((problem) => tell(problem))
  if (tree?.is === 'mapping' && mistakes.every(({ severity }) => severity !== 'error')) return []
  if (mistakes.length > 0) return mistakes
  const place = { file: '起草的内容', line: 1, column: 1, path: '', found: '', expected: '' }
  const message = '要写成一项内容：每行一个“关键词: 内容”。'
  return [{ severity: 'error', code: 'internal', ...place, message }]
}

const failed = (mistakes: readonly Diagnostic[], entriesBefore: number | null): Trial => ({
  check: { readable: false, mistakes: mistakes.map(shownMistake), findings: [], burden: null },
  changes: [],
  entriesBefore,
  overruled: [],
})

// A reading is put on top of the text: what it settles cannot be changed by writing.
function overruledIn({ read }: Look, path: string): Trial['overruled'] {
  return read.readings.flatMap(({ id, question, options }) => {
    const chosen = options.find((option) => option.id === read.chosen[id])
    const own = (chosen?.edits ?? []).filter(({ at }) => at.startsWith(`${path}/`))
    return own.map(({ at }) => ({ at: at.slice(path.length + 1), question }))
  })
}

// What is open about the draft itself, and what it opens elsewhere.
function ownFindings(after: Look, before: Look, path: string) {
  const known = new Set(
    before.found.map(({ check, path: at, message }) => `${check}/${at}/${message}`),
  )
  return after.found.filter(
    (one) =>
      one.path === path ||
      one.path.startsWith(`${path}/`) ||
      !known.has(`${one.check}/${one.path}/${one.message}`),
  )
}

/** What the scheme would be with the draft in it: mistakes, findings, burden, and what changes in meaning. */
export function tryOut(scheme: StoredScheme, written: Written): Trial {
  const before = lookAt(filesOf(scheme))
  const entriesBefore = before.burden?.entries ?? null
  const mistakes = unreadable(written.text)
  if (mistakes.length > 0) return failed(mistakes, entriesBefore)
  const text = merged(scheme, written)
  if (text === undefined) return failed(unreadable(''), entriesBefore)
  const after = lookAt(filesOf({ ...scheme, text }))
  const path = `${LISTS[written.kind]}/${idIn(written.text) ?? ''}`
  const first = placeOfPart(text, path)?.line
  const last = written.text.split('\n').length
  const check = {
    ...checkOf(after),
    mistakes: after.read.diagnostics.map((one) => shownMistake(inDraft(one, first, last))),
    findings: ownFindings(after, before, path).map(shownFinding),
  }
  const both = before.scheme !== undefined && after.scheme !== undefined
  const changes = both ? compareSchemes(before.scheme, after.scheme).changes : []
  return { check, changes: [...changes], entriesBefore, overruled: overruledIn(after, path) }
}
