/** From the dataset file as an oracle reads it to the values that the engine computes with. */
import { type Dataset, type Rational, type Scheme, type Value, parseRational } from '@kaohe/engine'
import { type Scalar, type Sheet, type SheetFact, truth } from './sheet.ts'

function numberOf(written: Scalar): Rational {
  const [, digits = '', unit] = /^(-?\d+(?:\.\d+)?)(.*)$/.exec(String(written)) ?? []
  const value = parseRational(unit === '%' ? `${digits}/100` : digits) ?? shifted(digits)
  return value
}

// 71.5 % is 715/1000: the parser takes no fraction of a decimal.
function shifted(digits: string): Rational {
  const decimals = digits.split('.')[1] ?? ''
  return parseRational(`${digits.replace('.', '')}/${10 ** (decimals.length + 2)}`)!
}

function valueOf(written: Scalar, type: string | undefined): Value {
  if (written === '不适用') return { na: true }
  if (type === 'truth') return { truth: truth(written) === true }
  if (type === 'date') return { date: String(written) }
  if (type === 'choice') return { word: String(written) }
  return type === 'text' ? { text: String(written) } : { number: numberOf(written) }
}

function attributesOf(
  written: Readonly<Record<string, Scalar>> | undefined,
  declared: readonly { readonly id: string; readonly type: string }[] | undefined,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(written ?? {}).map(([id, value]) => [
      id,
      valueOf(value, declared?.find((d) => d.id === id)?.type),
    ]),
  )
}

/** The engine's dataset for a scheme. */
export function datasetOf(sheet: Sheet, scheme: Scheme): Dataset {
  const factOf = ({ unit, fact, period, value, evaluator }: SheetFact) => ({
    unit,
    fact,
    period: period ?? null,
    value: valueOf(value, scheme.facts?.find((f) => f.id === fact)?.type),
    ...(evaluator === undefined ? {} : { evaluator }),
  })
  return {
    units: sheet.units.map(({ parent, group, level, ...unit }) => ({
      ...unit,
      ...(parent == null ? {} : { parent }),
      ...(group == null ? {} : { group }),
      ...(level === undefined ? {} : { level }),
      attributes: attributesOf(unit.attributes, scheme.attributes),
    })),
    facts: sheet.facts.map(factOf),
    events: sheet.events.map((e) => ({
      ...e,
      date: e.date ?? null,
      attributes: attributesOf(
        e.attributes,
        scheme.events?.find((d) => d.id === e.event)?.attributes,
      ),
    })),
    reported: sheet.reported ?? [],
    pending: sheet.pending ?? [],
    history: (sheet.history ?? []).map(({ unit, year, met }) => ({ unit, year, met })),
    lineage: sheet.lineage ?? [],
    previous: (sheet.previous ?? []).map(factOf),
  }
}
