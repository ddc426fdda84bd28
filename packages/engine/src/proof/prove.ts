import type { Program } from '../compile/index.ts'
import { type Item, type ItemStatus, type Scheme, sayRounding } from '../model/index.ts'
import { exactly } from '../number/index.ts'
import type { Conclusion } from '../order/index.ts'
import { type Data, type GapFinder, type Reading, itemResult } from '../evaluate/index.ts'
import type { ItemProof, PartProof, Proof } from './proof.ts'
import { FACT_ABSENT } from './why-not.ts'
import { StepWriter } from './steps.ts'
import { say, sayRule } from './tell.ts'
import { PART_NAMES, heldBy, sayAbsent, sayExempt, sayFormula, startOf } from './together.ts'
import { writeEnd, writeValue } from './write.ts'

/** All readings of an evaluation, from which any unit's proof can be written. */
export interface Provable {
  readonly program: Program
  readonly data: Data
  readonly readings: readonly Reading[]
  readonly gaps: GapFinder
  readonly conclusions: readonly Conclusion[]
}

function uncounted({
  counts,
}: {
  readonly counts?: boolean | undefined
}): Pick<ItemProof, 'counts'> {
  return counts === false ? { counts } : {}
}

function exempted(item: Item, status: ItemStatus): Pick<ItemProof, 'exempt'> {
  const exempt = status === 'not-applicable' ? sayExempt(item) : undefined
  return exempt === undefined ? {} : { exempt }
}

function roundedAs({ rounding }: Item): Pick<ItemProof, 'rounded'> {
  return rounding === undefined ? {} : { rounded: sayRounding(rounding) }
}

/** The same of a part. */
export function uncountedPart({ declared }: Program['parts'][number]): Pick<PartProof, 'counts'> {
  return declared !== undefined && 'counts' in declared ? uncounted(declared) : {}
}

// A rule that does not say itself why it does not apply is left out for what was reported.
function toldOf(
  { lowered, appliesOnSheet }: Program['items'][number],
  status: ItemStatus,
  { values }: Reading,
): ItemProof['told'] {
  const said = lowered === undefined ? [] : sayRule(lowered, values)
  const without = status === 'not-applicable'
  const told = said.map(({ depth, text, whyNot }) =>
    without && whyNot ? { depth, text, whyNot } : { depth, text },
  )
  const silent = without && !said.some(({ whyNot }) => whyNot)
  const left = silent && exactly(values.of(appliesOnSheet))?.num === 0n
  return left ? [...told, { depth: 0, text: FACT_ABSENT, whyNot: true }] : told
}

function proveItem(
  item: Program['items'][number],
  from: Provable,
  reading: Reading,
  writer: StepWriter,
): ItemProof {
  const result = itemResult(item, reading, from.gaps)
  return {
    id: item.item.id,
    ...uncounted(item.item),
    ...exempted(item.item, result.status),
    ...roundedAs(item.item),
    name: item.item.name,
    clause: item.item.clause ?? null,
    rule: item.item.rule?.kind ?? null,
    full: writeEnd(item.item.full ?? null),
    status: result.status,
    step: writer.write(item.points),
    points: writeValue(reading.values.of(item.points)),
    reached: item.reached === undefined ? null : writer.write(item.reached),
    told: toldOf(item, result.status, reading),
    missing: result.missing,
  }
}

/** The declared name of a part, or what base, bonus and penalty are called. */
export function partName({ declared, kind, id }: Program['parts'][number]): string {
  const named = kind === 'base' || kind === 'bonus' || kind === 'penalty' ? PART_NAMES[kind] : id
  return declared?.name ?? named
}

/** The name of what a part is a share of; null when that is the total. */
export function partWithin({ declared }: Program['parts'][number], scheme: Scheme): string | null {
  const category = scheme.categories?.find((c) => c === declared)
  const above = scheme.categories?.find((c) => c.id === category?.above)
  return (above ?? scheme.sources?.find((s) => s.id === category?.source))?.name ?? null
}

/** What becomes of the share of a source where it does not apply, in words. */
export function partAbsent({ declared }: Program['parts'][number], scheme: Scheme): string | null {
  return sayAbsent(scheme.sources?.find((s) => s === declared)?.absent)
}

function provePart(
  part: Program['parts'][number],
  { scheme }: Program,
  reading: Reading,
  writer: StepWriter,
): PartProof {
  const { declared, kind } = part
  return {
    id: part.id,
    ...uncountedPart(part),
    kind,
    name: partName(part),
    clause: declared?.clause ?? null,
    weight: writeEnd(declared?.weight ?? null),
    within: partWithin(part, scheme),
    applies: exactly(reading.values.of(part.applies))?.num !== 0n,
    absent: partAbsent(part, scheme),
    full: writeEnd(part.full ?? null),
    step: writer.write(part.points),
    points: writeValue(reading.values.of(part.points)),
    ...partFormula(part, reading),
    ...(part.limits.length === 0 ? {} : { limits: part.limits }),
  }
}

// A formula with ranges in it would say nothing.
function partFormula(
  { points, formula }: Program['parts'][number],
  { values }: Reading,
): Pick<PartProof, 'formula'> {
  if (formula.length === 0 || exactly(values.of(points)) === undefined) return {}
  const said = sayFormula(say(formula, values))
  return said === '' ? {} : { formula: said }
}

/** What people decided of a unit; nothing where they decided nothing. */
function decisionsOf({ conclusions }: Provable, unit: string): Pick<Proof, 'decisions'> {
  const found = conclusions.find((c) => c.unit === unit)?.decisions ?? []
  if (found.length === 0) return {}
  return {
    decisions: found.map(({ decision, matter, value, said, used, note }) => ({
      on: decision.on,
      matter,
      value,
      said,
      used,
      note,
      origin: decision.origin ?? null,
      by: decision.by ?? null,
      at: decision.at ?? null,
      evidence: decision.evidence ?? [],
    })),
  }
}

/**
 * The proof of one unit's score. Equal data give equal bytes when it is written as canonical JSON.
 * What would be the score of a unit that takes no part is nobody's concern: give its reasons instead.
 * @throws RangeError when the unit was not evaluated
 */
export function prove(from: Provable, unit: string): Proof {
  const reading = from.readings.find((r) => r.unit.id === unit)
  if (reading === undefined) throw new RangeError(`no such unit: ${unit}`)
  const { program } = from
  const writer = new StepWriter(program, reading, from.readings, from.data)
  const items = program.items.map((item) => proveItem(item, from, reading, writer))
  const parts = program.parts.map((part) => provePart(part, program, reading, writer))
  const total = {
    step: writer.write(program.total),
    points: writeValue(reading.values.of(program.total)),
    start: startOf(program.scheme),
    deducted:
      program.deducted === undefined ? null : writeValue(reading.values.of(program.deducted)),
    held: heldBy(program.scheme),
  }
  const { scheme } = program
  return {
    format: 'kaohe-proof/1',
    scheme: { id: scheme.id, version: scheme.version },
    unit: { id: reading.unit.id, name: reading.unit.name, type: reading.unit.type ?? '' },
    steps: writer.steps,
    items,
    parts,
    total,
    ...decisionsOf(from, unit),
  }
}
