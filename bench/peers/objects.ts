/** Plain TypeScript over objects, as one would write it first: a function per rule, a result object per unit, sort to rank. */
import { type Data, unitAt } from '../workload/data.ts'
import { type Outputs, sumsOf } from '../workload/checksum.ts'
import { endSize } from '../workload/outcome.ts'
import type { Peer } from './peer.ts'

type Unit = Record<string, number>
type Result = {
  points: Record<string, number>
  ganzhou: number
  guiyang: number
  composite: number
  grade: number
  rank: number
  place: number
}

const heads = (n: number, few: number, some: number, many: number) =>
  n > 15 ? many : n > 5 ? some : n > 0 ? few : 0
const news = (n: number) => Math.min(20, n * 10)

const GANZHOU: Record<string, (u: Unit) => number> = {
  g_study: (u) => (u.study_permille! >= 1200 ? 2 : u.study_permille! < 1000 ? -2 : 0),
  g_entry: (u) => (u.late_module || u.late_admission ? -2 : 0),
  g_rating: (u) => (u.late_rating ? -3 : 0),
  g_signed: (u) => -[u.signed_1!, u.signed_2!, u.signed_3!].filter((n) => n < 30).length,
  g_reported: (u) => u.news_reported!,
  g_adopted: (u) => u.news_adopted! * 2,
  g_news_district: (u) => u.news_district! * 2,
  g_news_city: (u) => u.news_city! * 3,
  g_news_province: (u) => u.news_province! * 4,
  g_commissioned: (u) => u.news_commissioned!,
  g_vol_district: (u) =>
    heads(u.vol_district_1!, 2, 4, 6) +
    heads(u.vol_district_2!, 2, 4, 6) +
    heads(u.vol_district_3!, 2, 4, 6),
  g_vol_city: (u) =>
    heads(u.vol_city_1!, 3, 6, 9) + heads(u.vol_city_2!, 3, 6, 9) + heads(u.vol_city_3!, 3, 6, 9),
  g_vol_province: (u) =>
    heads(u.vol_province_1!, 5, 8, 10) +
    heads(u.vol_province_2!, 5, 8, 10) +
    heads(u.vol_province_3!, 5, 8, 10),
  g_long_district: (u) => u.long_district!,
  g_long_city: (u) => u.long_city!,
  g_long_province: (u) => u.long_province!,
  g_own: (u) => (u.own_events! > 0 && u.own_link ? 2 : 0),
  g_major: (u) => u.major_events! * 5,
  g_contest: (u) => (u.contests_entered! > 0 && u.contests_placed! > 0 ? 5 : 0),
  g_host_district: (u) => u.host_district! * 3,
  g_host_city: (u) => u.host_city! * 5,
  g_host_province: (u) => u.host_province! * 8,
  g_position: (u) => (u.position_built ? 10 : 0),
  g_signs: (u) => (u.signs_put ? 5 : 0),
}

const MONTHS = Array.from({ length: 12 }, (_, k) => `month_${k + 1}`)

const GUIYANG: Record<string, (u: Unit) => number> = {
  y_orgs: (u) =>
    Math.max(0, 15 - [u.org_volunteer, u.org_startup, u.org_arts].filter((x) => !x).length * 5),
  y_home: (u) => (u.home_built ? 15 - (u.home_online ? 0 : 5) - (u.home_regular ? 0 : 5) : 0),
  y_network: (u) => (u.league_org ? (u.league_regular ? 15 : 5) : 0),
  y_cadres: (u) => (u.cadre_full && u.cadre_seconded && u.cadre_part ? 15 : 0),
  y_projects: (u) => Math.min(20, u.projects! * 5),
  y_pairings: (u) => Math.min(20, u.pairings! * 5),
  y_brand: (u) =>
    u.brands! > 0 ? Math.max(0, 40 - 10 * MONTHS.filter((m) => u[m]! < 1).length) : 0,
  y_social: (u) => news(u.social_endorsed! + u.social_published!),
  y_managed: (u) => news(u.managed_endorsed! + u.managed_published!),
  y_shared: (u) => news(u.shared_endorsed! + u.shared_published!),
}

const target = (u: Unit) =>
  Math.min(1000, Math.floor((2000 * u.target_done! + u.target_set!) / (2 * u.target_set!)))
const gradeOf = (c: number) => (c >= 17000 ? 3 : c >= 15000 ? 2 : c >= 12000 ? 1 : 0)

function score(u: Unit): Result {
  const points: Record<string, number> = {}
  let ganzhou = 100,
    guiyang = 0
  for (const [id, rule] of Object.entries(GANZHOU)) ganzhou += points[id] = rule(u)
  for (const [id, rule] of Object.entries(GUIYANG)) guiyang += points[id] = rule(u)
  points.t_percent = target(u)
  const composite = 50 * ganzhou + 40 * guiyang + points.t_percent
  return { points, ganzhou, guiyang, composite, grade: gradeOf(composite), rank: 0, place: 0 }
}

function rank(results: Result[]): void {
  const sorted = [...results].sort((a, b) => b.composite - a.composite)
  const n = sorted.length,
    end = endSize(n)
  for (let k = 0; k < n; ) {
    let next = k + 1
    while (next < n && sorted[next]!.composite === sorted[k]!.composite) next++
    const place = k < end ? 1 : n - next < end ? 2 : 0
    for (let j = k; j < next; j++) {
      sorted[j]!.rank = k + 1
      sorted[j]!.place = place
    }
    k = next
  }
}

function columns(results: Result[]): Outputs {
  const pick = (of: (r: Result) => number) => results.map(of)
  const points = Object.keys(results[0]!.points).map(
    (id) => [id, pick((r) => r.points[id]!)] as const,
  )
  const rest = (['ganzhou', 'guiyang', 'composite', 'grade', 'rank', 'place'] as const).map(
    (k) => [k, pick((r) => r[k])] as const,
  )
  return Object.fromEntries([...points, ...rest])
}

export default {
  name: 'objects',
  label: 'plain TypeScript over objects',
  threads: 1,
  maxUnits: 200_000,
  prepare(data: Data) {
    const units = Array.from({ length: data.units }, (_, i) => unitAt(data, i))
    let results: Result[] = []
    return {
      run() {
        results = units.map(score)
        rank(results)
      },
      sums: () => sumsOf(columns(results), data.units),
    }
  },
} satisfies Peer
