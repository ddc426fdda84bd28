import type { Language, Phrase } from './phrase.ts'
import { type Place, writePlace } from './place.ts'
import { note, type Remark, type Severity } from './remark.ts'
import { say } from './phrase.ts'

/** One problem, told so that an official can put it right. */
export interface Diagnostic extends Place {
  readonly severity: Severity
  readonly code: string
  readonly field?: string
  readonly found?: string
  readonly expected?: string
  readonly nearest?: string
  readonly message: string
}

/** Beyond so many of one kind in one sheet the rest is counted, not listed. */
const LISTED: Readonly<Record<Severity, number>> = { error: 500, warning: 20, note: 20 }
const SHOWN = 60

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line
}

// The path of a value in JSON ends with its key; the key is not said again.
function whereOf(place: Place, field: string | undefined): string {
  const named = field === undefined || (place.path?.endsWith(`.${field}`) ?? false)
  return named ? writePlace(place) : `${writePlace(place)} ${field}`
}

function compose(
  place: Place,
  field: string | undefined,
  remark: Remark,
  language: Language,
): string {
  const { found, expected, nearest, why } = remark
  const where = whereOf(place, field)
  if (language === 'zh') {
    const what = found === undefined ? '' : `写的是“${shorten(found)}”，`
    const nearer = nearest === undefined ? '' : `（是不是“${nearest}”？）`
    return `${where}：${what}${why.zh}${expected === undefined ? '' : `；${expected.zh}`}${nearer}`
  }
  const what = found === undefined ? '' : `found “${shorten(found)}”: `
  const nearer = nearest === undefined ? '' : ` (did you mean “${nearest}”?)`
  return `${where}: ${what}${why.en}${expected === undefined ? '' : `; ${expected.en}`}${nearer}`
}

/** Collects everything worth saying about the files of one reading. */
export class Report {
  readonly language: Language
  readonly #list: Diagnostic[] = []
  readonly #seen = new Map<string, { place: Place; remark: Remark; count: number }>()
  #errors = 0

  constructor(language: Language) {
    this.language = language
  }

  get failed(): boolean {
    return this.#errors > 0
  }

  get errors(): number {
    return this.#errors
  }

  add(place: Place, remark: Remark, field?: string): void {
    if (remark.severity === 'error') this.#errors += 1
    const key = `${remark.code} ${place.file} ${place.sheet ?? ''}`
    const seen = this.#seen.get(key) ?? { place, remark, count: 0 }
    seen.count += 1
    this.#seen.set(key, seen)
    if (seen.count <= LISTED[remark.severity])
      this.#list.push(this.#diagnostic(place, remark, field))
  }

  #diagnostic(place: Place, remark: Remark, field: string | undefined): Diagnostic {
    const { severity, code, found, nearest } = remark
    return {
      severity,
      code,
      ...place,
      ...(field === undefined ? {} : { field }),
      ...(found === undefined ? {} : { found }),
      ...(remark.expected === undefined ? {} : { expected: remark.expected[this.language] }),
      ...(nearest === undefined ? {} : { nearest }),
      message: compose(place, field, remark, this.language),
    }
  }

  /** All that was collected: errors first, each kind of severity in the order in which it was met. */
  list(): readonly Diagnostic[] {
    const rest = [...this.#seen.values()].flatMap(({ place, remark, count }) =>
      this.#unlisted(place, remark, count),
    )
    const all = [...this.#list, ...rest]
    return (['error', 'warning', 'note'] as const).flatMap((s) =>
      all.filter((d) => d.severity === s),
    )
  }

  #unlisted(place: Place, remark: Remark, count: number): Diagnostic[] {
    const more = count - LISTED[remark.severity]
    if (more <= 0) return []
    const whole = { file: place.file, ...(place.sheet === undefined ? {} : { sheet: place.sheet }) }
    const why: Phrase = say(
      `同样的情况另有 ${more} 处，不再逐一列出`,
      `${more} more of the same kind are not listed`,
    )
    return [
      {
        ...this.#diagnostic(
          whole,
          { ...note(remark.code, why), severity: remark.severity },
          undefined,
        ),
      },
    ]
  }
}
