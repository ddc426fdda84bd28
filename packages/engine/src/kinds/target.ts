import { ZERO, negate } from '../number/index.ts'
import { condition, object, optional, required } from '../shape/index.ts'
import { kind, type Place } from './kind.ts'
import { type Amount, amount, checkAmount, figure, sayPoints } from './parts/amount.ts'
import { checkEffect, effectFields, worth } from './parts/effect.ts'
import { calledField, whether } from './parts/tell.ts'

const params = object({
  when: required('条件', condition, '达到的条件'),
  called: calledField,
  ...effectFields,
  missGain: optional('未达标得', amount, '没有达到时得几分；不写就是 0'),
  missLoss: optional('未达标扣', amount, '没有达到时扣几分'),
})

interface Miss {
  readonly missGain: Amount | undefined
  readonly missLoss: Amount | undefined
}

function missed({ missGain, missLoss }: Miss, { full }: Pick<Place, 'full'>) {
  if (missLoss !== undefined) return negate(figure(missLoss, full))
  return missGain === undefined ? ZERO : figure(missGain, full)
}

/** all_or_nothing 是否/达标得满分; with 未达标扣 the symmetric swing (+3 / −3). */
export const target = kind({
  name: 'target',
  keyword: '达标',
  summary: '条件成立得一个分数，不成立得另一个分数。',
  params,
  examples: [
    '达标: {条件: staffed, 得: 满分}',
    '达标: {条件: rate >= 95%, 得: 3, 未达标扣: 3}',
    '达标: {条件: entered-late, 扣: 2}',
  ],
  lower(p, at) {
    const reached = at.expr(p.when)
    const [yes, no] = [worth(p, at), missed(p, at)]
    const points = at.b.choose(reached, at.b.constant(yes), at.b.constant(no))
    const said = whether(reached, [`是，${sayPoints(yes)}`], [`否，${sayPoints(no)}`])
    return { points, reached, told: [`${p.called ?? at.say(p.when)}：`, said], parts: [] }
  },
  check(p, ask) {
    const both = {
      path: 'missLoss',
      found: { zh: '未达标又得又扣', en: 'a missed target both gains and loses' },
      expected: { zh: '只写一个', en: 'write one of them only' },
    }
    return [
      ...checkEffect(p, ask),
      ...checkAmount(p.missGain, ask, 'missGain'),
      ...checkAmount(p.missLoss, ask, 'missLoss'),
      ...(p.missGain !== undefined && p.missLoss !== undefined ? [both] : []),
    ]
  },
})
