/** The 69 facts of a unit-period: name, smallest, largest value, and how the sample values are spread. */
export type Fact = {
  readonly name: string
  readonly min: number
  readonly max: number
  readonly spread: Spread
}

/** `even`: uniform over the range. `low`: the smaller of two draws, so that most units have few. `mostly`: 1 four times in five. */
export type Spread = 'even' | 'low' | 'mostly'

const count = (name: string, max: number): Fact => ({ name, min: 0, max, spread: 'low' })
const even = (name: string, min: number, max: number): Fact => ({ name, min, max, spread: 'even' })
const flag = (name: string): Fact => ({ name, min: 0, max: 1, spread: 'even' })
const mostly = (name: string): Fact => ({ name, min: 0, max: 1, spread: 'mostly' })
const series = (n: number, of: (k: number) => Fact): Fact[] =>
  Array.from({ length: n }, (_, k) => of(k + 1))

export const FACTS: readonly Fact[] = [
  // Ganzhou 2023
  even('study_permille', 700, 1500),
  flag('late_module'),
  flag('late_admission'),
  flag('late_rating'),
  ...series(3, (k) => even(`signed_${k}`, 0, 60)),
  count('news_reported', 30),
  count('news_adopted', 20),
  count('news_district', 12),
  count('news_city', 8),
  count('news_province', 5),
  count('news_commissioned', 5),
  ...series(3, (k) => count(`vol_district_${k}`, 40)),
  ...series(3, (k) => count(`vol_city_${k}`, 40)),
  ...series(3, (k) => count(`vol_province_${k}`, 40)),
  count('long_district', 3),
  count('long_city', 3),
  count('long_province', 3),
  count('own_events', 12),
  flag('own_link'),
  count('major_events', 4),
  count('contests_entered', 4),
  count('contests_placed', 3),
  count('host_district', 3),
  count('host_city', 2),
  count('host_province', 2),
  flag('position_built'),
  flag('signs_put'),
  // Guiyang 2021
  mostly('org_volunteer'),
  mostly('org_startup'),
  mostly('org_arts'),
  mostly('home_built'),
  mostly('home_online'),
  flag('home_regular'),
  mostly('league_org'),
  flag('league_regular'),
  mostly('cadre_full'),
  mostly('cadre_seconded'),
  mostly('cadre_part'),
  count('projects', 9),
  count('pairings', 9),
  count('brands', 3),
  ...series(12, (k) => count(`month_${k}`, 6)),
  count('social_endorsed', 3),
  count('social_published', 3),
  count('managed_endorsed', 3),
  count('managed_published', 3),
  count('shared_endorsed', 3),
  count('shared_published', 3),
  // One percent-of-target
  even('target_done', 0, 250),
  even('target_set', 1, 200),
]

export const FACT_NAMES: readonly string[] = FACTS.map((f) => f.name)

/** The static range of a fact. */
export function rangeOf(name: string): readonly [number, number] {
  const f = FACTS.find((x) => x.name === name)
  if (!f) throw new Error(`no fact ${name}`)
  return [f.min, f.max]
}
