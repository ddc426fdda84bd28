import { type Phrase, same } from '@kaohe/engine'
import { type Span, placeOf } from '../source/tree.ts'
import { CATALOGUE, type Code } from './catalogue.ts'

export { type Phrase, same }

export type Language = 'zh' | 'en'
export type Severity = 'error' | 'warning'

/** What is wrong, before it is told in a language. */
export interface Problem {
  readonly code: Code
  readonly at: Span
  readonly found: string | Phrase
  readonly expected?: string | Phrase | undefined
  readonly detail?: string | Phrase | undefined
  readonly nearest?: string | undefined
  readonly path?: string | undefined
  readonly severity?: Severity
}

/** A message about a file: where, what was found, what was expected, and the nearest right word. */
export interface Diagnostic {
  readonly severity: Severity
  readonly code: Code
  readonly file: string
  readonly line: number
  readonly column: number
  /** Keywords and ids from the root, such as `指标/study/规则`; empty for the file as a whole. */
  readonly path: string
  readonly found: string
  readonly expected: string
  readonly nearest?: string
  readonly message: string
}

function shorten(words: string): string {
  const flat = words.replace(/\s+/g, ' ')
  return [...flat].length > 60 ? `${[...flat].slice(0, 57).join('')}…` : flat
}

function inWords(words: string | Phrase | undefined, language: Language): string {
  if (words === undefined) return ''
  return typeof words === 'string' ? words : words[language]
}

function sentence(problem: Problem, language: Language): string {
  const [found, expected, detail] = [problem.found, problem.expected, problem.detail].map((words) =>
    inWords(words, language),
  )
  const told = CATALOGUE[problem.code][language]
  const said = told
    .replace('{found}', () => shorten(found as string))
    .replace('{expected}', () => expected as string)
    .replace('{detail}', () => detail as string)
  const need =
    expected === '' || told.includes('{expected}')
      ? ''
      : language === 'zh'
        ? `；这里要写${expected}`
        : `; expected ${expected}`
  const guess =
    problem.nearest === undefined
      ? ''
      : language === 'zh'
        ? `。是不是“${problem.nearest}”？`
        : `. Did you mean “${problem.nearest}”?`
  return said + need + (guess || (language === 'zh' ? '。' : '.'))
}

/** Tells a problem in a language, with its line and column. */
export function tell(problem: Problem, language: Language = 'zh'): Diagnostic {
  return {
    severity: problem.severity ?? 'error',
    code: problem.code,
    ...placeOf(problem.at),
    path: problem.path ?? '',
    found: inWords(problem.found, language),
    expected: inWords(problem.expected, language),
    ...(problem.nearest === undefined ? {} : { nearest: problem.nearest }),
    message: sentence(problem, language),
  }
}

/** In the order of the files' lines; exact repetitions are told once. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>()
  const once = diagnostics.filter((d) => {
    const key = `${d.file}:${d.line}:${d.column}:${d.code}:${d.found}:${d.expected}`
    return seen.has(key) ? false : seen.add(key)
  })
  return once.toSorted((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column,
  )
}
