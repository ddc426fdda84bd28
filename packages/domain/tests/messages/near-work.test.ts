import type { Task } from '@kaohe/scheme'
import { describe, expect, it } from 'vitest'
import { nearWork } from '../../src/messages/index.ts'
import type { WorkStep } from '../../src/planning/index.ts'

const target = (due?: string) => ({ what: '印发指导标准', kind: 'document', ...(due && { due }) })
const task = { id: 't1', point: 'p', summary: '青马工程', targets: [target('2026-06-30')] }
const asTasks = (...all: object[]): Task[] => all as unknown as Task[]
const step = (kind: WorkStep['kind'], more: Partial<WorkStep> = {}): WorkStep => ({
  task: 't1',
  target: null,
  kind,
  evidence: null,
  reached: null,
  at: '2026-05-01',
  ...more,
})
const near = (today: string, steps: readonly WorkStep[] = []) =>
  nearWork(asTasks(task), steps, today, '2026-12-31').map(({ stage, inDays }) => [stage, inDays])

describe('dates of work points', () => {
  it.each([
    ['2026-06-22', []],
    ['2026-06-23', [[7, 7]]],
    ['2026-06-29', [[1, 1]]],
    ['2026-06-30', [[1, 0]]],
    ['2026-07-01', [[-1, -1]]],
    ['2026-09-01', [[-1, -63]]],
  ])('on %s: %j', (today, wanted) => {
    expect(near(today)).toEqual(wanted)
  })

  it('rest once the target was reached with what shows it, or the task is closed', () => {
    const reached = step('report', { target: 1, reached: '已印发', evidence: '3号文' })
    expect(near('2026-06-30', [reached])).toEqual([])
    expect(near('2026-06-30', [step('report', { target: 1, reached: '已印发' })])).toHaveLength(1)
    expect(near('2026-06-30', [step('closing')])).toEqual([])
    expect(
      near('2026-06-30', [step('closing'), step('reopening', { at: '2026-06-01' })]),
    ).toHaveLength(1)
  })

  it('are the end of the plan for tasks without any, but for those of several years', () => {
    const plain = { ...task, targets: [target()] }
    const [told] = nearWork(asTasks(plain), [], '2026-12-30', '2026-12-31')
    expect(told).toMatchObject({ target: null, what: '青马工程', on: '2026-12-31', stage: 1 })
    const years = { ...plain, years: true }
    expect(nearWork(asTasks(years), [], '2026-12-30', '2026-12-31')).toEqual([])
    expect(nearWork(asTasks(plain), [], '2026-12-30', undefined)).toEqual([])
  })
})
