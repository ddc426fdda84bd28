import { type Missing, type Scheme } from '@kaohe/engine'
import { say as sayWord } from '@kaohe/glossary'
import { nameOfPeriod } from '../layout/index.ts'
import type { Export } from './export.ts'
import { nameIn, words } from './results.ts'
import { column, table } from './table.ts'

function nameOf(missing: Missing, scheme: Scheme): string {
  const all = {
    fact: scheme.facts,
    previous: scheme.facts,
    event: scheme.events,
    mark: scheme.items,
    attribute: scheme.attributes,
    peers: scheme.facts,
  }[missing.what]
  return nameIn(all, missing.id)
}

/** What is needed and was not supplied, unit by unit; of those that take no part nothing is. */
export const missing: Export = {
  name: 'missing',
  make(results) {
    const say = words(results)
    const columns = [
      column('unit', say('单位编号', 'Id'), 'text', 14),
      column('name', say('单位', 'Unit'), 'text', 28),
      column('what', say('缺什么', 'What'), 'text', 14),
      column('id', say('编号', 'Identifier'), 'text', 18),
      column('missing', say('名称', 'Name'), 'text', 30),
      column('period', say('期', 'Period'), 'text', 14),
      column('units', say('还没有报的单位', 'Still to report'), 'text', 40),
    ]
    const asked = results.units.filter(({ eligible }) => eligible !== 'no')
    const rows = asked.flatMap((u) =>
      u.missing.map((m) => [
        u.unit,
        u.name,
        sayWord('missing', m.what, results.language ?? 'zh'),
        m.id,
        nameOf(m, results.scheme),
        m.period === null ? null : nameOfPeriod(m.period),
        m.units.join('、'),
      ]),
    )
    return table('missing', say('缺少的数据', 'Missing'), columns, rows)
  },
}
