import type { ReportItem } from '@kaohe/contract'
import { aloneBefore, type AskedCell, type Before, beforesOf, yearOn } from '@kaohe/domain'
import type { ReportSource } from './source.ts'

/** Whose figures of the year before belong to the unit; none where there was no such year. */
export function beforesIn({ unit, related }: ReportSource): Before[] {
  const { previousYear, descents } = related
  return previousYear === null ? [] : beforesOf(unit.id, descents, previousYear.endsOn)
}

function saidBefore(
  before: Before,
  { fact, period }: AskedCell,
  { related }: ReportSource,
): string | null {
  const years = related.previousYear?.years ?? 0
  const entry = related.previous.find(
    ({ org, ...one }) =>
      org === before.unit && one.fact === fact && yearOn(one.period, years) === (period ?? ''),
  )
  return entry?.state === 'inapplicable' ? '不适用' : (entry?.text ?? null)
}

/** What was reported of a datum a year before, unit by unit; null where no rule looks back on it. */
export function previousShown(
  source: ReportSource,
  cell: AskedCell,
): ReportItem['cells'][number]['previous'] {
  const { related, sheet } = source
  const asked = sheet.some(({ previous }) => previous.some(({ fact }) => fact === cell.fact))
  if (!asked || related.previousYear === null) return null
  const befores = beforesIn(source)
  return {
    title: related.previousYear.title,
    counts: aloneBefore(befores) !== undefined,
    said: befores.map((one) => ({
      name: one.name,
      how: one.how,
      text: saidBefore(one, cell, source),
    })),
  }
}

/** Why figures of the year before are there and still do not count; null where they do, or are not there. */
export function openBefore(source: ReportSource, cell: AskedCell, name: string): string | null {
  const befores = beforesIn(source)
  const told = befores.map((one) => ({ ...one, text: saidBefore(one, cell, source) }))
  if (aloneBefore(befores) !== undefined || told.every(({ text }) => text === null)) return null
  const said = told.map(({ name: of, text }) => `${of ?? '本单位'} ${text ?? '没有'}`).join('，')
  const split = befores.some(({ how }) => how === 'split')
  return split
    ? `上年的“${name}”是分设以前整个单位的：${said}；分给本单位多少没有写明，与上年相比的分还定不下来`
    : `上年的“${name}”是合并以前各单位的：${said}；方案没有写合并后怎样算，与上年相比的分还定不下来`
}
