import type { Trial } from '@kaohe/contract'
import { compareSchemes } from '@kaohe/domain'
import { type Diagnostic, loadSource, tell } from '@kaohe/scheme'
import type { StoredScheme } from '@kaohe/storage'
import { filesOf } from './files.ts'
import { checkOf, type Look, lookAt, shownFinding, shownMistake } from './look.ts'
import { LISTS, merged, type Part, partsOf, placeInDraft, type Written } from './parts.ts'

const DRAFT = '起草的内容'

// Lines are told as they stand in what the department wrote; what lies elsewhere names the whole file.
function inDraft(one: Diagnostic, text: string, parts: readonly Part[]): Diagnostic {
  const place = placeInDraft(text, parts, one)
  return place === undefined ? { ...one, file: '整份方案' } : { ...one, ...place, file: DRAFT }
}

function unreadable(text: string): Diagnostic[] {
  const { tree, problems } = loadSource(DRAFT, text, new Set())
  const mistakes = problems.map((problem) => tell(problem))
  if (tree?.is === 'mapping' && mistakes.every(({ severity }) => severity !== 'error')) return []
  if (mistakes.length > 0) return mistakes
  const place = { file: DRAFT, line: 1, column: 1, path: '', found: '', expected: '' }
  const message = '要写成一项内容：每行一个“关键词: 内容”。'
  return [{ severity: 'error', code: 'internal', ...place, message }]
}

type Before = Pick<Trial, 'entriesBefore' | 'minutesBefore'>

const failed = (mistakes: readonly Diagnostic[], before: Before): Trial => ({
  check: { readable: false, mistakes: mistakes.map(shownMistake), findings: [], burden: null },
  changes: [],
  ...before,
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
function ownFindings(after: Look, before: Look, paths: readonly string[]) {
  const known = new Set(
    before.found.map(({ check, path: at, message }) => `${check}/${at}/${message}`),
  )
  return after.found.filter(
    (one) =>
      paths.some((path) => one.path === path || one.path.startsWith(`${path}/`)) ||
      !known.has(`${one.check}/${one.path}/${one.message}`),
  )
}

/** What the scheme would be with the draft in it: mistakes, findings, burden, and what changes in meaning. */
export function tryOut(scheme: StoredScheme, written: Written): Trial {
  const before = lookAt(filesOf(scheme))
  const { entries = null, minutes = null } = before.burden ?? {}
  const burdenBefore = { entriesBefore: entries, minutesBefore: minutes }
  const mistakes = unreadable(written.text)
  if (mistakes.length > 0) return failed(mistakes, burdenBefore)
  const text = merged(scheme, written)
  if (text === undefined) return failed(unreadable(''), burdenBefore)
  const after = lookAt(filesOf({ ...scheme, text }))
  const parts = partsOf(scheme, written)
  const paths = parts.map(({ list, id }) => `${list}/${id}`)
  const check = {
    ...checkOf(after),
    mistakes: after.read.diagnostics.map((one) => shownMistake(inDraft(one, text, parts))),
    findings: ownFindings(after, before, paths).map(shownFinding),
  }
  const both = before.scheme !== undefined && after.scheme !== undefined
  const changes = both ? compareSchemes(before.scheme, after.scheme).changes : []
  const overruled = overruledIn(after, paths[0] ?? LISTS[written.kind])
  return { check, changes: [...changes], ...burdenBefore, overruled }
}
