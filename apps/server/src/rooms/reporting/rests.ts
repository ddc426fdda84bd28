import type { ReportItem } from '@kaohe/contract'
import { levelOfKind, type WorksheetItem } from '@kaohe/domain'
import { attributesOf, valueOf } from './dataset.ts'
import { openBefore } from './previous.ts'
import type { ReportSource } from './source.ts'

/** The units of a level below that report for this one. */
export function unitsBelow(
  { program: { scheme }, cycle, related, unit }: ReportSource,
  level: string,
) {
  const above = new Set(unit.path)
  return related.units.filter(
    ({ id, kind }) => !above.has(id) && levelOfKind(scheme, kind, cycle.kinds)?.id === level,
  )
}

/** Keys of the cells that another unit has filled in: `<unit>/<fact>/<period>`. */
function filledIn({ related }: ReportSource): ReadonlySet<string> {
  const told = related.entries.filter(({ state }) => state !== 'blank')
  return new Set(told.map(({ org, fact, period }) => `${org}/${fact}/${period}`))
}

/** Which levels below report for an item, and how many units there have said all that it asks. */
export function belowOf(one: WorksheetItem, source: ReportSource): ReportItem['below'] {
  const filled = filledIn(source)
  return one.elsewhere
    .filter(({ where }) => where === 'below')
    .map(({ level, cells, events }) => {
      const units = unitsBelow(source, level)
      const reported = units.filter(
        ({ id }) =>
          cells.every(({ fact, period }) => filled.has(`${id}/${fact}/${period ?? ''}`)) &&
          events.every((event) =>
            source.related.complete.some((c) => c.org === id && c.event === event),
          ),
      )
      const name = source.program.scheme.levels?.find(({ id }) => id === level)?.name ?? level
      return { level: name, units: units.length, reported: reported.length }
    })
}

/** What the rule needs and nobody is asked for on this page: last year's data, and what the unit is. */
export function lacksOf(one: WorksheetItem, source: ReportSource): string[] {
  const { program, related } = source
  const { facts = [], attributes = [] } = program.scheme
  const nameIn = (all: readonly { id: string; name: string }[], id: string): string =>
    all.find((each) => each.id === id)?.name ?? id
  const known = attributesOf(source)
  const told = new Set(
    related.previous.filter((entry) => valueOf(entry, program)).map(({ fact }) => fact),
  )
  const cells = [...new Map(one.previous.map((cell) => [cell.fact, cell])).values()]
  return [
    ...cells.flatMap((cell) => {
      const name = nameIn(facts, cell.fact)
      const open = openBefore(source, cell, name)
      if (open !== null) return [open]
      return told.has(cell.fact) ? [] : [`上年的“${name}”没有，与上年相比的分还定不下来`]
    }),
    ...one.attributes
      .filter((id) => known[id] === undefined)
      .map((id) => `本单位的“${nameIn(attributes, id)}”在组织资料里还没有`),
  ]
}
