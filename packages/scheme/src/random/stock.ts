import type { Measure } from '../expression/scope.ts'
import { type Chance, pick, several } from './chance.ts'

/** Where a fact arises or how often: once for the year, each month, or in each unit of the level below. */
export type Standing = 'year' | 'month' | 'below'

export interface Fact extends Measure {
  readonly standing: Standing
}

export interface Event {
  readonly id: string
  readonly attributes: readonly Measure[]
}

/** What a random scheme declares and its rules may speak of. */
export interface Stock {
  readonly facts: readonly Fact[]
  readonly events: readonly Event[]
  readonly attributes: readonly Measure[]
}

const UNITS = ['%', '人', '次', '分', '小时', '个'] as const
const WORDS = [
  ['区级', '市级', '省级'],
  ['好', '较好', '一般', '差'],
  ['甲', '乙'],
] as const

function number(id: string, unit: string): Measure {
  return { id, name: `数${id}`, type: 'number', unit, words: [] }
}

function truth(id: string): Measure {
  return { id, name: `否${id}`, type: 'truth', unit: undefined, words: [] }
}

function choice(chance: Chance, id: string): Measure {
  return { id, name: `选${id}`, type: 'choice', unit: undefined, words: pick(chance, WORDS) }
}

function date(id: string): Measure {
  return { id, name: `日${id}`, type: 'date', unit: undefined, words: [] }
}

const STANDINGS: readonly Standing[] = ['year', 'month', 'below']

function factsOf(chance: Chance): Fact[] {
  return STANDINGS.flatMap((standing) => {
    const short = standing[0] as string
    const numbers = UNITS.map((unit, i) => number(`${short}n${i}`, unit))
    const truths = several(chance, 1, 2, (i) => truth(`${short}t${i}`))
    const choices = several(chance, 1, 2, (i) => choice(chance, `${short}c${i}`))
    const dates = standing === 'year' ? [date(`${short}d0`)] : []
    return [...numbers, ...truths, ...choices, ...dates].map((measure) => ({
      ...measure,
      standing,
    }))
  })
}

function eventOf(chance: Chance, i: number): Event {
  const numbers = several(chance, 1, 3, (j) =>
    number(`en${i}x${j}`, pick(chance, ['人', '小时', '分', '次'])),
  )
  const attributes = [...numbers, truth(`et${i}`), choice(chance, `ec${i}`)]
  return { id: `e${i}`, attributes }
}

export function stockOf(chance: Chance): Stock {
  return {
    facts: factsOf(chance),
    events: several(chance, 1, 3, (i) => eventOf(chance, i)),
    attributes: [number('members', '人')],
  }
}
