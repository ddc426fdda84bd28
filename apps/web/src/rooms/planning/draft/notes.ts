import type { Trial } from '@kaohe/contract'
import type { Document } from 'yaml'
import { placeAtLine, placeAtPath } from './document.ts'

/** What is said at one place of a draft. */
export interface Note {
  readonly severity: 'error' | 'warning' | 'note'
  /** Written wrongly, so that it cannot be read; everything else can be published as it is. */
  readonly wrong: boolean
  readonly says: string
}

export type Notes = ReadonlyMap<string, readonly Note[]>

const DRAFT = '起草的内容'
const LISTS = ['指标', '调查项目']

// 数据 and 事件 stand in the draft under their own keyword; its own list is not written in it.
function inDraft(doc: Document, path: string): string | undefined {
  const [list = '', id = '', ...rest] = path.split('/')
  if (doc.has(list)) return placeAtPath(doc, path)
  const own = LISTS.includes(list) && id === String(doc.get('编号'))
  return own ? placeAtPath(doc, rest.join('/')) : undefined
}

/** Mistakes, findings and what a reading overrules, each by the place at which it is shown. */
export function notesOf(trial: Trial, text: string, doc: Document): Notes {
  const notes = new Map<string, Note[]>()
  const add = (at: string | undefined, note: Note) => {
    if (at !== undefined) notes.set(at, [...(notes.get(at) ?? []), note])
  }
  for (const { file, line, column, path, message, severity } of trial.check.mistakes) {
    const at = file === DRAFT ? placeAtLine(text, line, column) : inDraft(doc, path)
    add(at, { severity, wrong: severity === 'error', says: message })
  }
  for (const { path, severity, title, message, settle } of trial.check.findings)
    add(inDraft(doc, path), { severity, wrong: false, says: `${title}：${message}${settle}` })
  for (const { at, question } of trial.overruled)
    add(placeAtPath(doc, at), {
      severity: 'warning',
      wrong: false,
      says: `已由口径定下（${question}），在这里改不起作用。`,
    })
  return notes
}

/** What is said at a place, and at all below it when nothing below is shown by itself. */
export function notesAt(notes: Notes, at: string, whole: boolean): readonly Note[] {
  const own = notes.get(at) ?? []
  if (!whole) return own
  const inside = [...notes].filter(([key]) => key.startsWith(`${at}/`))
  return [...own, ...inside.flatMap(([, all]) => all)]
}
