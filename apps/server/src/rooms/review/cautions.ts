import type { DeskUnit } from '@kaohe/contract'
import { type Caution, cautionsOf, contradictionOf } from '@kaohe/domain'
import { divide, isZero, parseRational } from '@kaohe/engine'
import type { StoredMark, StoredOpinion } from '@kaohe/storage'
import type { DeskPlan } from './plan.ts'

function contradicting(units: readonly DeskUnit[], opinions: readonly StoredOpinion[]): Caution[] {
  return units.flatMap(({ id, name, lacking, points, full }) => {
    const comment = opinions.find(({ unit }) => unit === id)?.comment ?? ''
    const [got, whole] = [points, full].map((text) =>
      text === null ? undefined : parseRational(text),
    )
    if (lacking > 0 || comment === '' || got === undefined || whole === undefined) return []
    const why = isZero(whole) ? undefined : contradictionOf({ share: divide(got, whole), comment })
    return why === undefined ? [] : [{ units: [id], text: `${name}：${why}，请核对` }]
  })
}

/** What a department should look at again before it hands in. */
export function deskCautions(
  { fields }: DeskPlan,
  units: readonly DeskUnit[],
  marks: readonly StoredMark[],
  opinions: readonly StoredOpinion[],
): Caution[] {
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const written = opinions.map(({ unit, comment }) => ({
    unit,
    comment,
    name: names.get(unit) ?? '',
  }))
  const given = Map.groupBy(
    marks.filter(({ text }) => text !== ''),
    ({ item }) => item,
  )
  const items = fields.map(({ judged: { id, name } }) => ({ name, marks: given.get(id) ?? [] }))
  return [...cautionsOf(written, items), ...contradicting(units, opinions)]
}
