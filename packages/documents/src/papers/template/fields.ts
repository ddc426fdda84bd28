import { byRank, figure, lostIn, sayItem, sayOutcome, sayRatified } from '../result/say.ts'
import type { Told, ToldCategory, ToldItem, ToldPart, ToldUnit } from '../result/told.ts'
import { chineseDate } from '../words.ts'

/** What stands in the place of placeholders: texts, and lists whose members have placeholders of their own. */
export interface Fields {
  readonly [name: string]: string | readonly Fields[]
}

// Never null: what an inner list does not know would be looked up outside it.
const or = (text: string | null): string => text ?? ''

const itemFields = (item: ToldItem): Fields => ({
  条款: or(item.clause),
  名称: item.name,
  条款和名称: sayItem(item),
  得分: figure(item.points),
  满分: or(item.full),
  失分: figure(or(item.lost)),
  说明: item.lines.join('\n'),
})

const partFields = ({ name, points, full, weight }: ToldPart): Fields => ({
  名称: name,
  得分: figure(points),
  满分: or(full),
  占比: or(weight),
})

const categoryFields = (category: ToldCategory): Fields => ({
  ...partFields(category),
  指标: category.items.map(itemFields),
})

function unitFields(unit: ToldUnit): Fields {
  const categories = unit.categories ?? []
  return {
    单位: unit.name,
    主送: unit.leader,
    等次: or(unit.grade),
    总分: or(unit.total),
    满分: or(unit.full),
    名次: unit.rank === null ? '' : `${unit.rank.at}`,
    同类单位数: unit.rank === null ? '' : `${unit.rank.of}`,
    同类: or(unit.rank?.among ?? null),
    结果: or(sayOutcome(unit)),
    评语: or(unit.comment),
    表彰: unit.commended.join('、'),
    类别: categories.map(categoryFields),
    指标: categories.flatMap(({ items }) => items.map(itemFields)),
    失分项: lostIn(categories).map(itemFields),
    评价方式: (unit.sources ?? []).map(partFields),
  }
}

function gradeFields({ grades, units }: Told): Fields[] {
  return grades.map((grade) => {
    const mine = units.filter((one) => one.grade === grade).map(({ name }) => name)
    return { 等次: grade, 个数: `${mine.length}`, 单位名单: mine.join('、') }
  })
}

function rankFields({ ranking, units }: Told): Fields[] {
  return ranking ? byRank(units).map(unitFields) : []
}

/** What a template of a paper about one unit, or about all, is filled with. */
export function fieldsOf(told: Told, about: 'unit' | 'all'): Fields {
  const { office, units } = told
  const common: Fields = {
    发文机关: office.issuer,
    考核: office.title,
    审定: sayRatified(office),
    文号: office.number,
    成文日期: chineseDate(office.signedOn),
    抄送: office.copies,
    联系人: office.contact,
  }
  if (about === 'unit') return { ...common, ...unitFields(units[0]!) }
  return {
    ...common,
    各单位: units.map(unitFields),
    各等次: gradeFields(told),
    名次表: rankFields(told),
  }
}
