import { type Rational, ZERO, negate } from '../../number/index.ts'
import { optional } from '../../shape/index.ts'
import type { Ask, Complaint, Place } from '../kind.ts'
import { type Amount, amount, checkAmount, figure } from './amount.ts'

/** What a rule does to the score: 得 adds, 扣 subtracts; a rule writes one of the two. */
export interface Effect {
  readonly gain: Amount | undefined
  readonly loss: Amount | undefined
}

export const effectFields = {
  gain: optional('得', amount, '得几分，或“满分”'),
  loss: optional('扣', amount, '扣几分'),
}

/** The points of an effect with their sign. */
export function worth(effect: Effect, at: Pick<Place, 'full'>): Rational {
  if (effect.gain !== undefined) return figure(effect.gain, at.full)
  return effect.loss === undefined ? ZERO : negate(figure(effect.loss, at.full))
}

/** 1 for what is gained, -1 for what is lost, as a figure to multiply with. */
export function signOf(effect: { readonly loss: unknown }): 1 | -1 {
  return effect.loss === undefined ? 1 : -1
}

type Either = { readonly gain: unknown; readonly loss: unknown }

/** Complains unless exactly one of 得 and 扣 is written. */
export function checkSign(effect: Either, path: string): readonly Complaint[] {
  const expected = { zh: '“得”和“扣”应写一个，也只写一个', en: 'one of 得 and 扣, and one only' }
  if (effect.gain !== undefined && effect.loss !== undefined)
    return [
      {
        path: under(path, 'loss'),
        found: { zh: '又得又扣', en: 'both a gain and a loss' },
        expected,
      },
    ]
  return effect.gain === undefined && effect.loss === undefined
    ? [
        {
          path,
          found: { zh: '没有写得几分或扣几分', en: 'nothing says what is gained or lost' },
          expected,
        },
      ]
    : []
}

/** Complains of an effect with none or both of its sides, or with 满分 where there is none. */
export function checkEffect(effect: Effect, ask: Ask, path = ''): readonly Complaint[] {
  return [
    ...checkSign(effect, path),
    ...checkAmount(effect.gain, ask, under(path, 'gain')),
    ...checkAmount(effect.loss, ask, under(path, 'loss')),
  ]
}

function under(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}
