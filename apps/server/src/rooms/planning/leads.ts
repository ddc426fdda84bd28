import type { Scheme } from '@kaohe/engine'
import type { StoredDepartment } from '@kaohe/storage'

const MOST_TOGETHER = 3

/** Names the lead departments of an indicator as the scheme does. */
export function leadNames(scheme: Scheme): (item: Scheme['items'][number]) => string[] {
  const names = new Map((scheme.parties ?? []).map(({ id, name }) => [id, name]))
  return ({ leads = [] }) => leads.map((id) => names.get(id) ?? id)
}

/** As the scheme names them; of more than three the first three, for no more can answer together. */
export function leadsAsWritten(
  scheme: Scheme,
  departments: readonly StoredDepartment[],
): Map<string, string[]> {
  const ids = new Map(departments.map(({ id, name }) => [name, id]))
  const namesOf = leadNames(scheme)
  const led = scheme.items.filter(({ leads = [] }) => leads.length > 0)
  return new Map(
    led.map((item) => [
      item.id,
      namesOf(item)
        .flatMap((name) => ids.get(name) ?? [])
        .slice(0, MOST_TOGETHER),
    ]),
  )
}
