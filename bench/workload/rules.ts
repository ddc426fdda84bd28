/**
 * The 35 rules: Ganzhou 2023 articles 9 to 15 (24), Guiyang 2021 part four (10), one percent-of-target.
 * Where a notice leaves a case open the reading taken is noted; every peer takes the same.
 */
import type { Band, Expr, Rule } from './expr.ts'

const fact = (name: string): Expr => ({ fact: name })
const each = (name: string, points: number): Expr => ({ times: points, of: fact(name) })
const capped = (cap: number, of: Expr): Expr => ({ least: [cap, of] })
const bands = (x: Expr, below: Expr, ...from: Band[]): Expr => ({ bands: x, below, from })
const when = (x: Expr, then: Expr, otherwise: Expr = 0): Expr => bands(x, otherwise, [1, then])
const slots = (n: number, stem: string, of: (x: Expr) => Expr): Expr[] =>
  Array.from({ length: n }, (_, k) => of(fact(`${stem}_${k + 1}`)))
/** Head count of one volunteer event: up to 5, up to 15, more. */
const heads = (stem: string, few: number, some: number, many: number): Expr => ({
  sum: slots(3, stem, (x) => bands(x, 0, [1, few], [6, some], [16, many])),
})
const pieces = (stem: string): Expr =>
  capped(20, { times: 10, of: { sum: [fact(`${stem}_endorsed`), fact(`${stem}_published`)] } })

export const GANZHOU: readonly Rule[] = [
  { id: 'g_study', article: '9', points: bands(fact('study_permille'), -2, [1000, 0], [1200, 2]) },
  // Either entry late: one deduction.
  {
    id: 'g_entry',
    article: '10',
    points: when({ greatest: [fact('late_module'), fact('late_admission')] }, -2),
  },
  { id: 'g_rating', article: '10', points: when(fact('late_rating'), -3) },
  {
    id: 'g_signed',
    article: '11',
    points: { sum: slots(3, 'signed', (x) => bands(x, -1, [30, 0])) },
  },
  { id: 'g_reported', article: '12', points: each('news_reported', 1) },
  { id: 'g_adopted', article: '12', points: each('news_adopted', 2) },
  { id: 'g_news_district', article: '12', points: each('news_district', 2) },
  { id: 'g_news_city', article: '12', points: each('news_city', 3) },
  { id: 'g_news_province', article: '12', points: each('news_province', 4) },
  { id: 'g_commissioned', article: '12', points: each('news_commissioned', 1) },
  { id: 'g_vol_district', article: '13', points: heads('vol_district', 2, 4, 6) },
  { id: 'g_vol_city', article: '13', points: heads('vol_city', 3, 6, 9) },
  { id: 'g_vol_province', article: '13', points: heads('vol_province', 5, 8, 10) },
  { id: 'g_long_district', article: '13', points: each('long_district', 1) },
  { id: 'g_long_city', article: '13', points: each('long_city', 1) },
  { id: 'g_long_province', article: '13', points: each('long_province', 1) },
  // Once, and only with a link to the news.
  {
    id: 'g_own',
    article: '13',
    points: when({ least: [fact('own_events'), fact('own_link')] }, 2),
  },
  { id: 'g_major', article: '14', points: each('major_events', 5) },
  // Once: entered and placed.
  {
    id: 'g_contest',
    article: '14',
    points: when({ least: [fact('contests_entered'), fact('contests_placed')] }, 5),
  },
  { id: 'g_host_district', article: '14', points: each('host_district', 3) },
  { id: 'g_host_city', article: '14', points: each('host_city', 5) },
  { id: 'g_host_province', article: '14', points: each('host_province', 8) },
  { id: 'g_position', article: '15', points: each('position_built', 10) },
  { id: 'g_signs', article: '15', points: each('signs_put', 5) },
]

export const GUIYANG: readonly Rule[] = [
  {
    id: 'y_orgs',
    article: '4.1.1',
    points: {
      greatest: [
        0,
        { sum: [15, ...['volunteer', 'startup', 'arts'].map((k) => unlessMinus(`org_${k}`, 5))] },
      ],
    },
  },
  {
    id: 'y_home',
    article: '4.1.2',
    points: when(fact('home_built'), {
      sum: [15, unlessMinus('home_online', 5), unlessMinus('home_regular', 5)],
    }),
  },
  {
    id: 'y_network',
    article: '4.1.3',
    points: when(fact('league_org'), { sum: [15, unlessMinus('league_regular', 10)] }),
  },
  {
    id: 'y_cadres',
    article: '4.2.1',
    points: when({ least: [fact('cadre_full'), fact('cadre_seconded'), fact('cadre_part')] }, 15),
  },
  { id: 'y_projects', article: '4.2.2', points: capped(20, each('projects', 5)) },
  { id: 'y_pairings', article: '4.2.3', points: capped(20, each('pairings', 5)) },
  // Without a brand nothing; a month without activity costs 10.
  {
    id: 'y_brand',
    article: '4.3',
    points: when(fact('brands'), {
      greatest: [0, { sum: [40, ...slots(12, 'month', (x) => bands(x, -10, [1, 0]))] }],
    }),
  },
  { id: 'y_social', article: '4.4.1', points: pieces('social') },
  { id: 'y_managed', article: '4.4.2', points: pieces('managed') },
  { id: 'y_shared', article: '4.4.3', points: pieces('shared') },
]

/** A deduction where the fact is missing. */
function unlessMinus(name: string, points: number): Expr {
  return bands(fact(name), -points, [1, 0])
}

/** Ten points in proportion to the target reached, two decimals, half up, at most ten. In hundredths. */
export const TARGET: Rule = {
  id: 't_percent',
  article: '-',
  points: { percent: 'target_done', target: 'target_set', full: 10 },
}

export const RULES: readonly Rule[] = [...GANZHOU, ...GUIYANG, TARGET]
