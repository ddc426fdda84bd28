/** How the year before ended in the demonstration: frozen, graded by the meeting, ratified, told to the units. */
import { mattersOf, type UnitResult } from '@kaohe/engine'
import {
  askAs,
  insertReleases,
  insertResolution,
  insertSnapshot,
  ratifySnapshot,
  resolutionsOn,
  type StoredComprehensive,
  writeComprehensive,
} from '@kaohe/storage'
import { outcomeOf } from '../rooms/result/concluding.ts'
import { releasedTo } from '../rooms/result/releasing.ts'
import { contentNow, digestOf, resultOf } from '../rooms/result/whole.ts'
import type { Concluding } from './over.ts'

const PARTS = ['grade', 'total', 'items', 'comments'] as const

/** Days of the January after. */
const DAYS = { frozen: '-01-04', decided: '-01-06', ratified: '-01-07', released: '-01-09' }

/** A quarter of the units at the top, half of them next, and so on: an invented meeting's choice. */
function gradeOf(rank: number, of: number, grades: readonly { readonly id: string }[]): string {
  const at = Math.min(grades.length - 1, Math.floor(((rank - 1) * grades.length) / of))
  return grades[at]!.id
}

const ranked = (results: readonly UnitResult[]): { unit: string; rank: number }[] =>
  results.map(({ unit, rank }, i) => ({ unit, rank: rank ?? i + 1 }))

const THIRDS = 3
const OPINIONS = [
  '全年工作有重点、有亮点，基层基础扎实，各部门评价普遍较高。建议把成熟做法形成制度，在全区交流。',
  '各项任务按计划完成，总体平稳。建议在基层组织规范化和团员先进性上再下功夫，补齐个别未达目标的指标。',
  '主要任务基本完成，部分指标落实偏慢。建议对照清单逐项整改，明确责任人和时限，一季度末报告进展。',
]

/** What the office makes of all remarks: of the upper third, the middle, and the rest. */
async function seedOpinions(
  { db, org, people }: Concluding,
  snapshot: string,
  all: readonly { readonly unit: string; readonly rank: number }[],
  at: string,
): Promise<Map<string, StoredComprehensive>> {
  const person = people.organiser.id
  const written = new Map<string, StoredComprehensive>()
  for (const { unit, rank } of all) {
    const text = OPINIONS[Math.min(THIRDS - 1, Math.floor(((rank - 1) * THIRDS) / all.length))]!
    const one = await writeComprehensive(db, { org, snapshot, unit, text, person, at }, 0)
    if (one !== undefined) written.set(unit, one)
  }
  return written
}

/** Concludes what was evaluated. */
export async function seedConclusion(before: Concluding): Promise<void> {
  const { db, org, cycle, scheme, program, system, people } = before
  const january = `${Number(system.endsOn.slice(0, 4)) + 1}`
  const on = (day: keyof typeof DAYS): string => `${january}${DAYS[day]}`
  const content = await contentNow(db, cycle, scheme)
  const snapshot = await insertSnapshot(
    db,
    {
      org,
      cycle: cycle.id,
      name: '提交会议的结果',
      scheme: scheme.id,
      digest: digestOf(scheme, content),
      person: people.organiser.id,
      at: `${on('frozen')}T02:00:00Z`,
    },
    content,
  )
  const grades = program.scheme.grading?.grades ?? []
  const body = mattersOf(program.scheme).find((one) => one.on === 'grade')?.body ?? '书记会'
  const all = ranked(resultOf(scheme, content).evaluation.results())
  for (const { unit, rank } of all)
    await insertResolution(db, {
      org,
      snapshot: snapshot.id,
      unit,
      matter: 'grade',
      value: gradeOf(rank, all.length, grades),
      body,
      decided_on: on('decided'),
      number: '纪要〔演示〕1号',
      mover: '组织部',
      reason: '按综合得分，并听取各方面意见',
      votes_for: 5,
      votes_against: 0,
      abstained: 0,
      person: people.organiser.id,
      at: `${on('decided')}T03:00:00Z`,
    })
  const opinions = await seedOpinions(before, snapshot.id, all, `${on('frozen')}T08:00:00Z`)
  const resolutions = await resolutionsOn(db, snapshot.id)
  const { evaluation } = resultOf(scheme, content, resolutions)
  await askAs(db, { org, path: [org], person: people.ratifier.id, role: 'ratifier' })
  const ratified = await ratifySnapshot(db, snapshot.id, snapshot.version, {
    ratified_body: '自治区团委书记会',
    ratified_on: on('ratified'),
    ratified_number: '纪要〔演示〕2号',
    ratified_minutes: null,
    ratified_by: people.ratifier.id,
    ratified_at: `${on('ratified')}T03:00:00Z`,
    outcome: outcomeOf(evaluation, cycle),
    replaces: null,
    because: null,
  })
  await askAs(db, { org, path: [org], person: people.organiser.id, role: 'organiser' })
  const basis = { cycle, snapshot: ratified!, program, evaluation, content }
  const shown = { ...basis, comprehensive: opinions, on: on('released') }
  await insertReleases(
    db,
    all.map(({ unit }) => ({
      org: unit,
      committee: org,
      cycle: cycle.id,
      snapshot: snapshot.id,
      shown: releasedTo(shown, unit, PARTS),
      parts: PARTS,
      consent: '书记会同意',
      released_on: on('released'),
      objection_until: null,
      person: people.organiser.id,
      at: `${on('released')}T02:00:00Z`,
    })),
  )
}
