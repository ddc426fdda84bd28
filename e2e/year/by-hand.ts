/**
 * The totals of two years worked out by hand, as an official would on squared paper: fractions of whole numbers,
 * rounded where the readings of the scheme folder say. It shares nothing with the engine, not even how a number
 * is kept; the rules are written down here a second time, with their clauses.
 */
import type { Year } from './reported.ts'

type Fraction = readonly [bigint, bigint]

const whole = (text: number | string | boolean): Fraction => {
  const [before = '0', after = ''] = `${text}`.replace('%', '').split('.')
  return [BigInt(before + after), 10n ** BigInt(after.length)]
}
const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d]
const times = ([a, b]: Fraction, n: bigint, d: bigint): Fraction => [a * n, b * d]
const sum = (all: readonly Fraction[]): Fraction => all.reduce(plus, [0n, 1n])
const mean = (all: readonly Fraction[]): Fraction => times(sum(all), 1n, BigInt(all.length))

/** To two places, half upwards; nothing here is negative. */
const round = ([a, b]: Fraction): Fraction => [(a * 200n + b) / (2n * b), 100n]

function say([a, b]: Fraction): string {
  const hundredths = (a * 100n) / b
  const text = `${hundredths / 100n}.${`${hundredths % 100n}`.padStart(2, '0')}`
  return text.replace(/\.?0+$/, '')
}

class Sheet {
  readonly #year: Year
  readonly #unit: string
  constructor(year: Year, unit: string) {
    this.#year = year
    this.#unit = unit
  }

  values(fact: string): Fraction[] {
    const own = this.#year.facts.filter((one) => one.unit === this.#unit && one.fact === fact)
    return own.map(({ value }) => whole(value))
  }

  events(event: string) {
    return (this.#year.events ?? []).filter((one) => one.unit === this.#unit && one.event === event)
  }

  /** The marks of an item by all who gave one, averaged. */
  mark = (item: string): Fraction => mean(this.values(`mark:${item}`))
}

const NEIMENGGU = [
  ['study', 'core-values', 'ideology', 'ethnic-unity', 'new-media'],
  ['grassroots', 'members', 'school-affairs', 'cadres', 'reform', 'pioneers'],
  ['youth-plan', 'employment', 'key-groups', 'rights'],
  ['poverty-relief', 'governance', 'ecology', 'epidemic'],
]

/** Inner Mongolia 2020, 三（二）至三（六）: 60, 10, 10 and 20 of a hundred, and a bonus of at most 3. */
export function neimenggu(year: Year, unit: string): string {
  const sheet = new Sheet(year, unit)
  const categories = NEIMENGGU.map((items) => round(mean(items.map(sheet.mark))))
  const [awareness, satisfaction] = ['youth-awareness', 'youth-satisfaction'].map(
    (fact) => sheet.values(fact)[0]!,
  )
  const ballots = sheet.events('ballot').map(({ attributes }) => whole(attributes['score']!))
  const best = new Map<string, number>()
  for (const { attributes } of sheet.events('bonus-project'))
    if (attributes['accepted'] === true) {
      const project = `${attributes['project']}`
      best.set(project, Math.max(best.get(project) ?? 0, Number(attributes['award'])))
    }
  const bonus = Math.min(
    3,
    [...best.values()].reduce((a, b) => a + b, 0),
  )
  return say(
    round(
      sum([
        times(mean(categories), 60n, 100n),
        times(sheet.mark('party-review'), 10n, 100n),
        times(mean([awareness!, satisfaction!]), 10n, 100n),
        times(round(mean(ballots)), 20n, 100n),
        whole(bonus),
      ]),
    ),
  )
}

const DONGGUAN = [
  ['congress-spirit', 'net-plan', 'models'],
  ['foundations', 'pioneers-reform', 'member-education'],
  ['youth-voice', 'smart-league', 'new-media'],
  ['direct-contact', 'activities', 'interaction'],
  ['volunteering', 'startups', 'migrants', 'governance'],
]
/** Only towns have these: the readings leave them out for factories. */
const OF_TOWNS = ['youth-voice', 'direct-contact']

/** Dongguan 2017, 四（一）至四（三）: 30, 50 and 20 of a hundred; without the first, 50 to 20. */
export function dongguan(year: Year, unit: string): string {
  const sheet = new Sheet(year, unit)
  const isTown = year.units.find(({ id }) => id === unit)?.type === 'township'
  const categories = DONGGUAN.map((items) =>
    round(
      mean(
        items
          .filter((item) => isTown || !OF_TOWNS.includes(item))
          .map((item) => round(sheet.mark(item))),
      ),
    ),
  )
  const asked = ['satisfied', 'fairly', 'neutral', 'dissatisfied'].map(
    (answer) => sheet.values(`phone-${answer}`)[0]!,
  )
  const worth = [100n, 80n, 60n, 0n]
  const [got, all] = [sum(asked.map((count, i) => times(count, worth[i]!, 1n))), sum(asked)]
  const youth = round([got[0] * all[1], got[1] * all[0]])
  const inside = mean(categories)
  return say(
    round(
      isTown
        ? sum([
            times(sheet.mark('leaders-review'), 30n, 100n),
            times(inside, 50n, 100n),
            times(youth, 20n, 100n),
          ])
        : sum([times(inside, 50n, 70n), times(youth, 20n, 70n)]),
    ),
  )
}
