/** One loop over columns, written by hand the ordinary way: all rules in the body, branches, counting rank at the end. */
import type { Data } from '../workload/data.ts'
import { sumsOf } from '../workload/checksum.ts'
import { outputTable, rankByCounting, type Table } from './finish.ts'
import type { Peer } from './peer.ts'

const heads = (n: number, few: number, some: number, many: number) =>
  n > 15 ? many : n > 5 ? some : n > 0 ? few : 0
const news = (n: number) => (n >= 2 ? 20 : n * 10)
const gradeOf = (c: number) => (c >= 17000 ? 3 : c >= 15000 ? 2 : c >= 12000 ? 1 : 0)

function score(n: number, f: Data['facts'], t: Table): void {
  const {
    study_permille,
    late_module,
    late_admission,
    late_rating,
    signed_1,
    signed_2,
    signed_3,
    news_reported,
    news_adopted,
    news_district,
    news_city,
    news_province,
    news_commissioned,
    vol_district_1,
    vol_district_2,
    vol_district_3,
    vol_city_1,
    vol_city_2,
    vol_city_3,
    vol_province_1,
    vol_province_2,
    vol_province_3,
    long_district,
    long_city,
    long_province,
    own_events,
    own_link,
    major_events,
    contests_entered,
    contests_placed,
    host_district,
    host_city,
    host_province,
    position_built,
    signs_put,
    org_volunteer,
    org_startup,
    org_arts,
    home_built,
    home_online,
    home_regular,
    league_org,
    league_regular,
    cadre_full,
    cadre_seconded,
    cadre_part,
    projects,
    pairings,
    brands,
    month_1,
    month_2,
    month_3,
    month_4,
    month_5,
    month_6,
    month_7,
    month_8,
    month_9,
    month_10,
    month_11,
    month_12,
    social_endorsed,
    social_published,
    managed_endorsed,
    managed_published,
    shared_endorsed,
    shared_published,
    target_done,
    target_set,
  } = f as Record<string, Uint8Array>
  const {
    g_study,
    g_entry,
    g_rating,
    g_signed,
    g_reported,
    g_adopted,
    g_news_district,
    g_news_city,
    g_news_province,
    g_commissioned,
    g_vol_district,
    g_vol_city,
    g_vol_province,
    g_long_district,
    g_long_city,
    g_long_province,
    g_own,
    g_major,
    g_contest,
    g_host_district,
    g_host_city,
    g_host_province,
    g_position,
    g_signs,
    y_orgs,
    y_home,
    y_network,
    y_cadres,
    y_projects,
    y_pairings,
    y_brand,
    y_social,
    y_managed,
    y_shared,
    t_percent,
    ganzhou,
    guiyang,
    composite,
    grade,
  } = t as Record<string, Int8Array>
  for (let i = 0; i < n; i++) {
    let g = 100,
      y = 0,
      v = 0
    v = study_permille![i]! >= 1200 ? 2 : study_permille![i]! < 1000 ? -2 : 0
    g_study![i] = v
    g += v
    v = late_module![i]! || late_admission![i]! ? -2 : 0
    g_entry![i] = v
    g += v
    v = late_rating![i]! ? -3 : 0
    g_rating![i] = v
    g += v
    v =
      (signed_1![i]! < 30 ? -1 : 0) + (signed_2![i]! < 30 ? -1 : 0) + (signed_3![i]! < 30 ? -1 : 0)
    g_signed![i] = v
    g += v
    v = news_reported![i]!
    g_reported![i] = v
    g += v
    v = news_adopted![i]! * 2
    g_adopted![i] = v
    g += v
    v = news_district![i]! * 2
    g_news_district![i] = v
    g += v
    v = news_city![i]! * 3
    g_news_city![i] = v
    g += v
    v = news_province![i]! * 4
    g_news_province![i] = v
    g += v
    v = news_commissioned![i]!
    g_commissioned![i] = v
    g += v
    v =
      heads(vol_district_1![i]!, 2, 4, 6) +
      heads(vol_district_2![i]!, 2, 4, 6) +
      heads(vol_district_3![i]!, 2, 4, 6)
    g_vol_district![i] = v
    g += v
    v =
      heads(vol_city_1![i]!, 3, 6, 9) +
      heads(vol_city_2![i]!, 3, 6, 9) +
      heads(vol_city_3![i]!, 3, 6, 9)
    g_vol_city![i] = v
    g += v
    v =
      heads(vol_province_1![i]!, 5, 8, 10) +
      heads(vol_province_2![i]!, 5, 8, 10) +
      heads(vol_province_3![i]!, 5, 8, 10)
    g_vol_province![i] = v
    g += v
    v = long_district![i]!
    g_long_district![i] = v
    g += v
    v = long_city![i]!
    g_long_city![i] = v
    g += v
    v = long_province![i]!
    g_long_province![i] = v
    g += v
    v = own_events![i]! > 0 && own_link![i]! ? 2 : 0
    g_own![i] = v
    g += v
    v = major_events![i]! * 5
    g_major![i] = v
    g += v
    v = contests_entered![i]! > 0 && contests_placed![i]! > 0 ? 5 : 0
    g_contest![i] = v
    g += v
    v = host_district![i]! * 3
    g_host_district![i] = v
    g += v
    v = host_city![i]! * 5
    g_host_city![i] = v
    g += v
    v = host_province![i]! * 8
    g_host_province![i] = v
    g += v
    v = position_built![i]! * 10
    g_position![i] = v
    g += v
    v = signs_put![i]! * 5
    g_signs![i] = v
    g += v
    v = (org_volunteer![i]! + org_startup![i]! + org_arts![i]!) * 5
    y_orgs![i] = v
    y += v
    v = home_built![i]! ? 5 + home_online![i]! * 5 + home_regular![i]! * 5 : 0
    y_home![i] = v
    y += v
    v = league_org![i]! ? 5 + league_regular![i]! * 10 : 0
    y_network![i] = v
    y += v
    v = cadre_full![i]! && cadre_seconded![i]! && cadre_part![i]! ? 15 : 0
    y_cadres![i] = v
    y += v
    v = projects![i]! >= 4 ? 20 : projects![i]! * 5
    y_projects![i] = v
    y += v
    v = pairings![i]! >= 4 ? 20 : pairings![i]! * 5
    y_pairings![i] = v
    y += v
    v = 40
    if (month_1![i]! < 1) v -= 10
    if (month_2![i]! < 1) v -= 10
    if (month_3![i]! < 1) v -= 10
    if (month_4![i]! < 1) v -= 10
    if (month_5![i]! < 1) v -= 10
    if (month_6![i]! < 1) v -= 10
    if (month_7![i]! < 1) v -= 10
    if (month_8![i]! < 1) v -= 10
    if (month_9![i]! < 1) v -= 10
    if (month_10![i]! < 1) v -= 10
    if (month_11![i]! < 1) v -= 10
    if (month_12![i]! < 1) v -= 10
    if (v < 0 || brands![i]! === 0) v = 0
    y_brand![i] = v
    y += v
    v = news(social_endorsed![i]! + social_published![i]!)
    y_social![i] = v
    y += v
    v = news(managed_endorsed![i]! + managed_published![i]!)
    y_managed![i] = v
    y += v
    v = news(shared_endorsed![i]! + shared_published![i]!)
    y_shared![i] = v
    y += v
    v = Math.min(
      1000,
      Math.floor((2000 * target_done![i]! + target_set![i]!) / (2 * target_set![i]!)),
    )
    t_percent![i] = v
    const c = 50 * g + 40 * y + v
    ganzhou![i] = g
    guiyang![i] = y
    composite![i] = c
    grade![i] = gradeOf(c)
  }
}

export default {
  name: 'loop',
  label: 'hand-written loop over columns',
  threads: 1,
  maxUnits: 1_000_000,
  sharesFacts: true,
  prepare(data: Data) {
    const t = outputTable(data.units)
    return {
      run() {
        score(data.units, data.facts, t)
        rankByCounting(t, data.units)
      },
      sums: () => sumsOf(t, data.units),
    }
  },
} satisfies Peer
