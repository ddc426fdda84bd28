import { blank, text, title } from '../words.ts'
import { official } from './kind.ts'
import { pointsTable } from './points-table.ts'
import { frameOf, sayOutcome, sayRatified } from './say.ts'

/** 得分表: the points of one unit, clause by clause, with how they came about. */
export const points = official({
  id: 'points',
  name: '得分表',
  about: 'unit',
  paper: ({ office, units }) => {
    const unit = units[0]!
    const outcome = sayOutcome(unit)
    const { categories } = unit
    const children = [
      title(`${unit.name}\n${office.title}得分表`),
      blank(),
      ...text(`${sayRatified(office)}。${outcome ?? ''}`),
      ...(categories === null ? text('各项得分没有反馈。') : [blank(), pointsTable(categories)]),
    ]
    return {
      ...frameOf(office),
      form: 'plain',
      name: `${unit.name}得分表`,
      children,
    }
  },
})
