import type { Export } from './export.ts'
import { groupName, metText, nameIn, ranked, rangeText, words } from './results.ts'
import { column, table } from './table.ts'

/** Who stands where, with the best and worst still possible. */
export const ranking: Export = {
  name: 'ranking',
  make(results) {
    const say = words(results)
    const columns = [
      column('rank', say('名次', 'Rank'), 'count', 8),
      column('unit', say('单位编号', 'Id'), 'text', 14),
      column('name', say('单位', 'Unit'), 'text', 28),
      column('type', say('类别', 'Kind'), 'text', 16),
      column('group', say('分组', 'Group'), 'text', 12),
      column('total', say('总分', 'Total'), 'points', 12),
      column('range', say('可能的总分', 'Possible totals'), 'text', 18),
      column('ranks', say('可能的名次', 'Possible ranks'), 'text', 12),
      column('grade', say('等次', 'Grade'), 'text', 12),
      column('eligible', say('参评资格', 'Eligible'), 'text', 10),
      column('reasons', say('说明', 'Reasons'), 'text', 40),
    ]
    const rows = ranked(results).map((u) => {
      const [best, worst] = u.rankRange
      const said = [...u.gradeReasons, ...u.ineligibility]
      const vetoes = u.vetoes
        .map((id) => nameIn(results.scheme.overrides, id))
        .filter((name) => !said.some((reason) => reason.includes(name)))
      const reasons = [...said, ...vetoes].join('；')
      const type = nameIn(results.scheme.assessees, u.type)
      const grade = u.grade === undefined ? '' : nameIn(results.scheme.grading?.grades, u.grade)
      return [
        u.rank ?? null,
        u.unit,
        u.name,
        type,
        groupName(u, results.scheme),
        u.total ?? null,
        u.total === undefined && u.range !== undefined ? rangeText(u.range) : '',
        best === worst ? '' : `${best}—${worst}`,
        grade,
        metText(u.eligible, results),
        reasons,
      ]
    })
    return table('ranking', say('排名', 'Ranking'), columns, rows)
  },
}
