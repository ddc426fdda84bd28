import { condition } from '../shape/index.ts'
import { whether } from '../kinds/parts/tell.ts'
import { modifier } from './modifier.ts'

/** na_renormalise 缺项: where the rule has nothing to say of a unit; the item says what becomes of its points. */
export const notApplicable = modifier({
  name: 'not-applicable',
  keyword: '不适用',
  summary: '条件成立时这条规则对该单位不适用。',
  params: condition,
  examples: ['不适用: schools = 0', '不适用: 非 has-task'],
  modify(rule, p, at) {
    const excluded = at.expr(p)
    const kept = at.b.not(excluded)
    const applies = rule.applies === undefined ? kept : at.b.and([rule.applies, kept])
    const said = `${at.say(p)}，不适用`
    const points = at.b.choose(excluded, at.b.zero(), rule.points)
    // Where it holds the points that the rule would give are nobody's concern.
    const open = [...rule.told, `；${said}（待定）`]
    const told = [whether(excluded, [{ absent: said }], rule.told, open)]
    return { ...rule, points, told, applies }
  },
})
