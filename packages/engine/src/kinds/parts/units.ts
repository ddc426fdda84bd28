import type { Expr, Quantity } from '../../model/index.ts'
import type { Ask, Complaint } from '../kind.ts'

const PARTS = new Set(['%', '‰'])

/** Percentages of something, as against 百分点, the difference of two. */
export function isPart(unit: string | undefined): boolean {
  return unit !== undefined && PARTS.has(unit)
}

/** True for measures whose figures must be written with their unit: 120% is never 120. */
export function mustSay(unit: string): boolean {
  return isPart(unit) || unit === '百分点'
}

function fits(measure: string, written: string | undefined): boolean {
  if (written === undefined) return !mustSay(measure)
  return measure === '' || measure === written || (isPart(measure) && isPart(written))
}

function complaint(measure: string, written: Quantity, path: string): Complaint {
  if (written.unit === undefined)
    return {
      path,
      found: { zh: '没有写单位', en: 'no unit is written' },
      expected: { zh: `应写明单位“${measure}”`, en: `expected the unit “${measure}”` },
    }
  return {
    path,
    found: { zh: `单位“${written.unit}”`, en: `the unit “${written.unit}”` },
    expected: {
      zh: `应与所量的一致，用“${measure}”`,
      en: `expected that of what is measured, “${measure}”`,
    },
  }
}

/** Complains of a quantity in another unit than the measure it stands beside. */
export function checkUnit(
  ask: Ask,
  measure: Expr,
  written: Quantity | undefined,
  path: string,
): readonly Complaint[] {
  const unit = ask.unitOf(measure)
  if (written === undefined || fits(unit, written.unit)) return []
  return [complaint(unit, written, path)]
}

/**
 * As `checkUnit`, for a step of change: a rate changes by 百分点, and anything by a percentage of
 * its base (每少10%).
 */
export function checkStepUnit(
  ask: Ask,
  measure: Expr,
  step: Quantity | undefined,
  path: string,
): readonly Complaint[] {
  const unit = isPart(ask.unitOf(measure)) ? '百分点' : ask.unitOf(measure)
  if (step === undefined || isPart(step.unit) || fits(unit, step.unit)) return []
  return [complaint(unit, step, path)]
}

/** Complains where two measures that are compared have different units. */
export function checkMeasures(
  ask: Ask,
  measure: Expr,
  other: Expr,
  path: string,
): readonly Complaint[] {
  if (other.expr === 'number') return checkUnit(ask, measure, other.quantity, path)
  const [unit, found] = [ask.unitOf(measure), ask.unitOf(other)]
  if (unit === '' || found === '' || fits(unit, found)) return []
  return [
    {
      path,
      found: { zh: `单位“${found}”`, en: `the unit “${found}”` },
      expected: {
        zh: `应与所量的一致，用“${unit}”`,
        en: `expected that of what is measured, “${unit}”`,
      },
    },
  ]
}
