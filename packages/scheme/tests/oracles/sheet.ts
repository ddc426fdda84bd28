/** The dataset file as it is written: what oracles read, without any help from the engine. */
export interface Sheet {
  readonly units: readonly SheetUnit[]
  readonly facts: readonly SheetFact[]
  readonly events: readonly SheetEvent[]
  readonly reported?: readonly string[]
  readonly pending?: readonly { readonly unit: string; readonly event: string }[]
  readonly history?: readonly SheetPast[]
  readonly lineage?: readonly {
    readonly unit: string
    readonly from: string
    readonly since: number
  }[]
  readonly previous?: readonly SheetFact[]
}

export type Scalar = string | number | boolean

export interface SheetUnit {
  readonly id: string
  readonly name: string
  readonly type: string | null
  readonly level?: string
  readonly parent?: string | null
  readonly group?: string | null
  readonly attributes?: Readonly<Record<string, Scalar>>
}

export interface SheetFact {
  readonly unit: string
  readonly fact: string
  readonly period?: string | null
  readonly value: Scalar
  readonly evaluator?: string
  readonly evidence?: readonly string[]
}

export interface SheetEvent {
  readonly id: string
  readonly unit: string
  readonly event: string
  readonly date?: string | null
  readonly attributes?: Readonly<Record<string, Scalar>>
  readonly evidence?: readonly string[]
}

export interface SheetPast {
  readonly unit: string
  readonly year: number
  readonly total?: string
  readonly rank?: number
  readonly grade?: string | null
  readonly met: readonly string[]
}

/** Yes or no as the file may write it; undefined when it is not there. */
export function truth(value: Scalar | undefined): boolean | undefined {
  if (value === undefined) return undefined
  return value === true || value === '是'
}

/** A decimal such as `99.5%` or `30人` in thousandths, exactly. */
export function thousandths(value: Scalar): number {
  const found = /^(-?)(\d+)(?:\.(\d{1,3}))?/.exec(String(value))
  if (found === null) throw new Error(`not a number: ${value}`)
  const size = Number(found[2]) * 1000 + Number((found[3] ?? '').padEnd(3, '0'))
  return found[1] === '-' ? -size : size
}

/** Looks up what one unit reported; the file is read once. */
export class Reported {
  readonly #facts = new Map<string, Scalar>()
  readonly #events = new Map<string, SheetEvent[]>()
  readonly #sheet: Sheet

  constructor(sheet: Sheet) {
    this.#sheet = sheet
    for (const f of sheet.facts) this.#facts.set(`${f.unit} ${f.fact} ${f.period ?? ''}`, f.value)
    for (const e of sheet.events) {
      const key = `${e.unit} ${e.event}`
      this.#events.set(key, [...(this.#events.get(key) ?? []), e])
    }
  }

  fact(unit: string, fact: string, period = ''): Scalar | undefined {
    return this.#facts.get(`${unit} ${fact} ${period}`)
  }

  truth(unit: string, fact: string, period = ''): boolean | undefined {
    return truth(this.fact(unit, fact, period))
  }

  /** The unit's events from one day to another, both included; undefined when nobody reported them. */
  events(unit: string, event: string, from: string, to: string): SheetEvent[] | undefined {
    const known = this.#sheet.reported?.includes(event) ?? false
    const pending = this.#sheet.pending?.some((p) => p.unit === unit && p.event === event) ?? false
    if (!known || pending) return undefined
    return (this.#events.get(`${unit} ${event}`) ?? []).filter(
      (e) => e.date != null && e.date >= from && e.date <= to,
    )
  }
}

/** The months from one day to another, as `2023-01`. */
export function monthsBetween(from: string, to: string): string[] {
  const number = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  const months: string[] = []
  for (let m = number(from); m <= number(to); m += 1)
    months.push(`${Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`)
  return months
}
