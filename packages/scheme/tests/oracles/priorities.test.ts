import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { coverage, readPriorities, taskStatuses, withPlanData } from '../../src/priorities/index.ts'
import { schemeIn } from './against.ts'
import { type Case, readCases, sheetOf } from './case-file.ts'
import { datasetOf } from './dataset.ts'
import { TAKEN_UP, type Reached, tasksReached } from './priorities.ts'
import type { Sheet } from './sheet.ts'

const SCHEMES = join(import.meta.dirname, '../../../../schemes')
const FOLDER = join(SCHEMES, 'neimenggu-2020-priorities')

interface PlanExpected {
  readonly 任务?: Readonly<Record<string, string>>
  readonly 覆盖?: Readonly<Record<string, readonly string[]>>
  readonly 没有指标?: readonly string[]
  readonly 照不到?: readonly string[]
}

const read = readPriorities(readFileSync(join(FOLDER, 'priorities.yaml'), 'utf8'))
const plan = read.priorities!
const scheme = schemeIn(join(SCHEMES, 'neimenggu-2020')).scheme!
const covered = coverage(plan, scheme)
const cases = readCases(join(FOLDER, 'cases')) as unknown as (Case & {
  readonly 期望: PlanExpected
})[]
const year = JSON.parse(readFileSync(join(FOLDER, 'facts/year.json'), 'utf8')) as Sheet
const WORDS: Readonly<Record<Reached, string>> = { yes: '达到', no: '未达到', unknown: '待定' }

function withUnits(one: Case): Case {
  return { ...one, 单位: one.单位 ?? [] }
}

function byPlan(sheet: Sheet): Record<string, Reached> {
  const statuses = taskStatuses(plan, datasetOf(sheet, withPlanData(scheme, plan)))
  return Object.fromEntries(statuses.map((s) => [`${s.task.point}/${s.task.id}`, s.reached]))
}

describe('the work points of Inner Mongolia 2020', () => {
  it('are read whole: 22 points, each with tasks', () => {
    expect(read.diagnostics).toEqual([])
    expect(plan.points).toHaveLength(22)
    const points = new Set(plan.tasks.map((t) => t.point))
    expect(points.size).toBe(22)
    expect(covered.dangling).toEqual([])
  })

  it('have a target of every kind, and owners for every task', () => {
    const kinds = new Set(plan.tasks.flatMap((t) => (t.targets ?? []).map((g) => g.kind)))
    expect(kinds.size).toBe(9)
    expect(plan.tasks.filter((t) => (t.owners ?? []).length === 0)).toEqual([])
  })

  it('are taken up by the indicators that the assessment notice has', () => {
    const expected = Object.values(TAKEN_UP).flatMap((lines) => lines.join(' ').split(' '))
    const found = covered.tasks.filter((t) => t.items.length > 0).map((t) => t.path)
    expect(found.toSorted()).toEqual(expected.toSorted())
  })

  it('on the demonstration year have the status that plain arithmetic gives', () => {
    const worked = tasksReached(year)
    const found = byPlan(year)
    for (const [path, reached] of Object.entries(found))
      expect({ path, reached }).toEqual({ path, reached: worked[path] ?? 'unknown' })
    expect(new Set(Object.values(found))).toEqual(new Set(['yes', 'no', 'unknown']))
  })
})

describe('the work points of Inner Mongolia 2020: cases worked by hand', () => {
  it.each(cases)('$名称', (one) => {
    const sheet = sheetOf(withUnits(one), {}, [])
    const [found, worked] = [byPlan(sheet), tasksReached(sheet)]
    for (const [path, word] of Object.entries(one.期望.任务 ?? {})) {
      expect({ path, word: WORDS[found[path]!] }).toEqual({ path, word })
      expect({ path, word: WORDS[worked[path] ?? 'unknown'] }).toEqual({ path, word })
    }
    for (const [path, items] of Object.entries(one.期望.覆盖 ?? {})) {
      const task = covered.tasks.find((t) => t.path === path)
      expect({ path, items: task?.items.map((i) => i.item) }).toEqual({ path, items })
    }
    const uncovered = covered.uncovered.map((t) => t.path)
    expect(uncovered).toEqual(expect.arrayContaining([...(one.期望.没有指标 ?? [])]))
    const away = covered.outOfReach.map((t) => t.path)
    expect(away).toEqual(expect.arrayContaining([...(one.期望.照不到 ?? [])]))
  })
})
