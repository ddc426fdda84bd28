import { type Interval, type Missing, type UnitResult, formatRational } from '@kaohe/engine'

/** A bound as text: a decimal, a fraction, or `unbounded`. */
export function boundText(value: Interval['lo']): string {
  return value === null ? 'unbounded' : formatRational(value)
}

/** Which scheme gave a result: its text and the readings chosen are in the digest. */
export interface SchemeIdentity {
  readonly id: string
  readonly version: string
  /** SHA-256 in hexadecimal. */
  readonly digest: string
}

function missingJson(missing: Missing) {
  return { what: missing.what, id: missing.id, period: missing.period, units: [...missing.units] }
}

// A unit that takes no part has no bounds either.
const endOf = (range: Interval | undefined, end: 'lo' | 'hi') =>
  range === undefined ? null : boundText(range[end])

const textOf = (value: UnitResult['total']) => (value === undefined ? null : formatRational(value))

function unitJson(unit: UnitResult) {
  return {
    unit: unit.unit,
    name: unit.name,
    type: unit.type,
    group: unit.group,
    eligible: unit.eligible,
    ineligibility: [...unit.ineligibility],
    total: textOf(unit.total),
    least: endOf(unit.range, 'lo'),
    most: endOf(unit.range, 'hi'),
    rank: unit.rank ?? null,
    rankRange: [...unit.rankRange],
    grade: unit.grade ?? null,
    gradeReasons: [...unit.gradeReasons],
    items: unit.items.map((item) => ({
      id: item.id,
      points: textOf(item.points),
      least: boundText(item.range.lo),
      most: boundText(item.range.hi),
      full: textOf(item.full),
      status: item.status,
      reached: item.reached ?? null,
      clause: item.clause ?? null,
      missing: item.missing.map(missingJson),
      questions: [...item.questions],
    })),
    parts: unit.parts.map((part) => ({
      id: part.id,
      kind: part.kind,
      applies: part.applies,
      points: textOf(part.points),
      least: boundText(part.range.lo),
      most: boundText(part.range.hi),
    })),
    missing: unit.missing.map(missingJson),
    questions: [...unit.questions],
    vetoes: [...unit.vetoes],
    consequences: unit.consequences.map((c) => ({
      id: c.id,
      met: c.met,
      reasons: [...c.reasons],
      amount: textOf(c.amount),
    })),
    decisions: unit.decisions.map(({ decision, matter, value, used, note }) => ({
      on: decision.on,
      matter,
      value,
      body: decision.body,
      date: decision.date,
      number: decision.number ?? null,
      reason: decision.reason ?? null,
      used,
      note,
    })),
  }
}

/**
 * The result as published in `schemes/score.schema.json`: points are texts, ranks and counts are
 * integers, and equal results give equal bytes.
 */
export function scoreJson(scheme: SchemeIdentity, units: readonly UnitResult[]) {
  return { scheme, units: units.map(unitJson) }
}

export type ScoreJson = ReturnType<typeof scoreJson>
