import {
  type Scheme,
  attributeShape,
  eventAttributeShape,
  eventShape,
  factShape,
  rankingShape,
} from '@kaohe/engine'
import type { Measure } from '../expression/scope.ts'
import { quantityOf } from './literal.ts'
import { blank } from './blank.ts'
import type { Event, Fact, Stock } from './stock.ts'

function typed(measure: Measure) {
  const { id, name, type, unit, words } = measure
  return { id, name, type, unit, words: type === 'choice' ? words : undefined }
}

function most(unit: string | undefined) {
  return unit === '%' ? quantityOf(200, '%') : unit === undefined ? undefined : quantityOf(60, unit)
}

function factOf(fact: Fact): object {
  const standing =
    fact.standing === 'month'
      ? { period: 'month' }
      : fact.standing === 'below'
        ? { level: 'school' }
        : {}
  return blank(factShape, {
    ...typed(fact),
    ...standing,
    most: fact.type === 'number' ? most(fact.unit) : undefined,
  })
}

function eventOf(event: Event): object {
  const attributes = event.attributes.map((one) =>
    blank(eventAttributeShape, {
      ...typed(one),
      most: one.type === 'number' ? most(one.unit) : undefined,
    }),
  )
  return blank(eventShape, { id: event.id, name: `事件${event.id}`, attributes })
}

const ISSUE = {
  body: '示例团委',
  level: 'county',
  number: undefined,
  signed: '2023-01-05',
  published: undefined,
  effective: undefined,
  status: undefined,
  retroactive: undefined,
}

/** Everything that a random scheme declares besides its items and total. */
export function declarations(stock: Stock): Partial<Record<keyof Scheme, unknown>> {
  return {
    id: 'random',
    name: '随机方案',
    version: '1',
    issue: ISSUE,
    period: { from: '2023-01-01', to: '2023-12-31' },
    inclusion: 'inclusive',
    levels: [
      { id: 'town', name: '乡镇', above: undefined },
      { id: 'school', name: '学校', above: 'town' },
    ],
    parties: [
      { id: 'office', name: '办公室', role: 'department' },
      { id: 'press', name: '宣传部', role: 'department' },
    ],
    attributes: stock.attributes.map((one) => blank(attributeShape, typed(one))),
    assessees: ['township', 'street'].map((id) => ({
      id,
      name: id,
      level: 'town',
      eligibility: undefined,
      clause: undefined,
    })),
    facts: stock.facts.map(factOf),
    events: stock.events.map(eventOf),
    ranking: blank(rankingShape, { peers: 'all', ties: 'competition' }),
    calendar: [{ id: 'hand-in', name: '报送', due: '2023-12-20' }],
    daysOff: {
      holidays: [{ from: '2023-09-29', to: '2023-10-06' }],
      worked: ['2023-10-07', '2023-10-08'],
    },
  }
}
