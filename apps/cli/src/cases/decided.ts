import { type Scheme, mattersOf } from '@kaohe/engine'
import { AT } from './at.ts'
import { type Plain, onlyKeys, placeIn, recordAt, textAt } from './plain.ts'

const KEYS = ['单位', '事项', '决定', '机关', '日期', '文号', '理由']

/** What stands where a case, which only asks what a decision comes to, does not say who, when or why. */
const UNSAID = '算例'
const SOME_DAY = '2000-01-01'

function bodyOf(matter: string, scheme: Scheme): string {
  const found = mattersOf(scheme).find(({ on, name }) => on === matter || name === matter)
  return found?.body ?? UNSAID
}

/** 决定 of a case, as the dataset has it; `unitsOf` says which units a name stands for. */
export function decisionsOf(
  list: readonly Plain[],
  scheme: Scheme,
  unitsOf: (entry: Plain, name: string) => readonly string[],
) {
  return list.flatMap((entry) => {
    const written = recordAt(entry, '决定')
    onlyKeys(written, KEYS, '决定')
    const text = (key: string) => textAt(written[key], `决定/${key}`)
    const or = (key: string, none: string) => (written[key] === undefined ? none : text(key))
    const on = text('事项')
    const value = text('决定')
    const known = { on, value, date: or('日期', scheme.period?.to ?? SOME_DAY) }
    const grounds = { reason: or('理由', UNSAID), number: or('文号', '') }
    return unitsOf(entry, text('单位')).map((unit) => ({
      unit,
      ...known,
      body: or('机关', bodyOf(on, scheme)),
      ...grounds,
      [AT]: placeIn(written),
    }))
  })
}
