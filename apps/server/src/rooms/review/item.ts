import type { Reported } from '@kaohe/contract'
import { inputsBelow } from '@kaohe/domain'
import { type Item, type Program, Scope } from '@kaohe/engine'
import { Teller } from '@kaohe/scheme'
import { type Acting, deskItemOf, listAssessees, type StoredEntry } from '@kaohe/storage'
import { workOf } from '../reporting/source.ts'
import { appliesTo, type PlannedField } from './plan.ts'
import type { SeenDesks } from './seen.ts'
import { takingPart } from './shown.ts'

// Data that the rule takes, and data of the same clause, which people look at when they mark.
function factsFor({ scheme, ...program }: Program, item: Item): readonly string[] {
  const one = program.items.find((other) => other.item.id === item.id)
  const inputs = one === undefined ? [] : inputsBelow({ scheme, ...program }, one.points)
  const taken = inputs.flatMap((input) => (input.from === 'fact' ? [input.fact] : []))
  const beside = (scheme.facts ?? []).filter(
    ({ clause }) => clause !== undefined && clause === item.clause,
  )
  return [...new Set([...taken, ...beside.map(({ id }) => id)])]
}

function saidOf({ scheme }: Program, entry: StoredEntry): Reported['data'][number] {
  const name = scheme.facts?.find(({ id }) => id === entry.fact)?.name ?? entry.fact
  const period = entry.period === '' ? '' : new Scope(scheme).sayPeriod(entry.period)
  const text = entry.state === 'inapplicable' ? `不适用（${entry.reason}）` : (entry.text ?? '')
  return { name: `${period}${name}`, text, source: entry.source }
}

/** One indicator across all units: what was reported, shown, and seen. One query whatever their number. */
export async function itemAcross(db: Acting, { cycle, program }: SeenDesks, field: PlannedField) {
  const { item } = field.judged
  const work = workOf(item.id)
  const facts = factsFor(program, item)
  const units = takingPart(await listAssessees(db, cycle.id)).filter(({ type }) =>
    appliesTo(field, type),
  )
  const found = await deskItemOf(db, cycle, item.id, [...facts, work])
  const entries = Map.groupBy(found.entries, ({ org }) => org)
  const files = Map.groupBy(found.files, ({ org }) => org)
  const seen = Map.groupBy(found.observations, ({ unit }) => unit)
  const handed = new Map(found.submissions.map((one) => [one.org, one]))
  const unitOf = ({ unit }: (typeof units)[number]): Reported => {
    const own = entries.get(unit) ?? []
    return {
      unit,
      work: own.find(({ fact }) => fact === work)?.text ?? null,
      data: own.filter(({ fact }) => fact !== work).map((entry) => saidOf(program, entry)),
      files: (files.get(unit) ?? []).map((file) => ({
        id: file.id,
        item: item.id,
        name: file.name,
        type: file.type,
        size: file.size,
        showsOn: file.shows_on,
        at: file.at,
        verdict: file.verdict,
      })),
      observations: (seen.get(unit) ?? []).map(({ observed_on: on, text, by }) => ({
        on,
        text,
        by,
      })),
      submitted: handed.get(unit)?.state ?? 'draft',
      lateDays: handed.get(unit)?.late_days ?? null,
    }
  }
  return {
    requirements: (item.requirements ?? []).map(({ text }) => text),
    rule: item.rule === undefined ? null : new Teller(program.scheme).rule(item.rule),
    units: units.map(unitOf),
  }
}
