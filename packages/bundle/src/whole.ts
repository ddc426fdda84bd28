import type { Dataset, Unit } from '@kaohe/engine'

const placeholder = (id: string): Unit => ({ id, name: id, type: null, attributes: {} })

function withParent({ parent, ...unit }: Unit, ids: ReadonlySet<string>): Unit {
  return parent === undefined || !ids.has(parent) ? unit : { ...unit, parent }
}

/**
 * A dataset that names no unit it does not hold, so that it can be read by itself: parents outside are left
 * out, units of earlier years are listed as such that only supply data, and entries of units that take no part
 * at all are left out. No result depends on any of these.
 */
export function selfContained(dataset: Dataset): Dataset {
  const ids = new Set(dataset.units.map(({ id }) => id))
  const earlier = [
    ...dataset.history.map(({ unit }) => unit),
    ...dataset.lineage.flatMap(({ unit, from }) => [unit, from]),
  ].filter((id) => !ids.has(id))
  const here = ({ unit }: { readonly unit: string }): boolean => ids.has(unit)
  return {
    ...dataset,
    units: [
      ...dataset.units.map((unit) => withParent(unit, ids)),
      ...[...new Set(earlier)].map(placeholder),
    ],
    facts: dataset.facts.filter(here),
    previous: dataset.previous.filter(here),
    events: dataset.events.filter(here),
    pending: dataset.pending.filter(here),
    decisions: (dataset.decisions ?? []).filter(here),
  }
}
