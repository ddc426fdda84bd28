import { nameOfPeriod, type Worksheet } from '@kaohe/documents'
import { type ReportSource, workOf } from './source.ts'

function linesOf(source: ReportSource, { item, cells, judged }: ReportSource['sheet'][number]) {
  const words = judged ? [{ fact: workOf(item.id), period: null }] : []
  const names = new Map((source.program.scheme.facts ?? []).map(({ id, name }) => [id, name]))
  const entries = new Map(source.entries.map((one) => [`${one.fact}/${one.period}`, one]))
  // In the order of the scheme, so that the tenth period comes after the second.
  return [...cells, ...words].flatMap(({ fact, period }) => {
    const text = entries.get(`${fact}/${period ?? ''}`)?.text
    if (text === undefined || text === null) return []
    const name = names.get(fact)
    const when = period === null ? '' : `（${nameOfPeriod(period)}）`
    return [name === undefined ? text : `${name}${when}：${text}`]
  })
}

/**
 * A report in the notice's own form: a row for each category.
 * @param lead only the items of this department
 * @param day as which it counts as made
 */
export function worksheetFor(
  source: ReportSource,
  lead: string | undefined,
  day: string,
): Worksheet {
  const { categories = [] } = source.program.scheme
  const sheet = source.sheet.filter(
    ({ item }) => lead === undefined || (item.leads ?? []).includes(lead),
  )
  const nameOf = (id: string | undefined): string =>
    categories.find((one) => one.id === id)?.name ?? '其他'
  const rows = [...Map.groupBy(sheet, ({ item }) => nameOf(item.category))]
  return {
    title: `${source.cycle.title}工作开展情况表`,
    unit: source.unit.name,
    day,
    rows: rows.map(([category, of]) => ({
      category,
      items: of
        .map((one) => ({ name: one.item.name, lines: linesOf(source, one) }))
        .filter(({ lines }) => lines.length > 0),
    })),
  }
}
