/** A year of some townships whose points come from what is reported alone, brought to its result by the API. */
import { randomUUID } from 'node:crypto'
import { dayNumber } from '@kaohe/engine'
import { acting, insertUnit } from '@kaohe/storage'
import { todayOf } from '../../src/rooms/reporting/clock.ts'
import { seedCycle } from '../reporting/cycle.ts'
import type { Sent, World } from '../world.ts'

export const SCHEME = `
方案: plain-2023
名称: 示范县乡镇团委考核
版本: "1"
发文: {机关: 共青团示范县委, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
参与方:
  - {编号: meeting, 名称: 书记会, 身份: 书记}
考核对象:
  - {编号: township, 名称: 乡镇团委}
类别:
  - {编号: base, 名称: 基础工作}
数据:
  - {编号: fee-rate, 名称: 团费收缴率, 类型: 数值, 单位: "%", 最大: 100%}
  - {编号: hours, 名称: 志愿服务时长, 类型: 数值, 单位: 小时}
指标:
  - {编号: fee, 名称: 团费, 类别: base, 条款: 一, 分值: 40, 规则: {达标: {条件: fee-rate >= 95%, 得: 40}}}
  - {编号: service, 名称: 志愿服务, 类别: base, 条款: 二, 分值: 60, 规则: {按比例: {量: hours, 目标: 100小时, 超出: 封顶}}}
总分: {}
排名: {分组: 全部, 并列: 并列占位}
评定:
  评定: 分数线
  审定: meeting
  等次:
    - {编号: good, 名称: 好, 分数: 80及以上}
    - {编号: fair, 名称: 较好, 分数: 不足80}
`

export const post = (body: object): Sent => ({ method: 'POST', body })
export const put = (body: object): Sent => ({ method: 'PUT', body })

const asOrganiser = (world: World) => {
  const { id: org, path } = world.units.own
  return { org, path, role: 'organiser' }
}

/** Lets the clock of a cycle stand at a day. */
export async function setDay(world: World, cycle: string, day: string): Promise<void> {
  const behind_days = dayNumber(todayOf(world.services.now())) - dayNumber(day)
  await acting(world.db, asOrganiser(world), (db) =>
    db.updateTable('cycle').set({ behind_days }).where('id', '=', cycle).execute(),
  )
}

/** A cycle in which the township of the world is assessed, on the day 2024-01-22, a Monday. @returns its id */
export async function seedYear(world: World, scheme = SCHEME): Promise<string> {
  const cycle = await seedCycle(world, scheme)
  await setDay(world, cycle, '2024-01-22')
  return cycle
}

/** Another township of the same year. @returns its id */
export async function addTownship(world: World, cycle: string, name: string): Promise<string> {
  const { id: org, path } = world.units.own
  return acting(world.db, asOrganiser(world), async (db) => {
    const fresh = { id: randomUUID(), name, kind: '团委' }
    const { id: unit } = await insertUnit(db, path, fresh, '2020-01-01')
    const row = { org, cycle, unit, type: 'township', peer_group: null, excluded_because: null }
    await db.insertInto('assessee').values(row).execute()
    return unit
  })
}

/** What a township reported, as it stands; said again it replaces what was there. */
export async function reported(
  world: World,
  cycle: string,
  unit: string,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const person = world.people.get('child-unit-clerk')!
  const rows = Object.entries(values).map(([fact, text]) => ({
    org: unit,
    committee: world.units.own.id,
    cycle,
    fact,
    period: '',
    state: 'value' as const,
    text,
    reason: null,
    source: '本单位填报',
    person,
  }))
  await acting(world.db, asOrganiser(world), (db) =>
    db
      .insertInto('entry')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['org', 'cycle', 'fact', 'period'])
          .doUpdateSet((eb) => ({ text: eb.ref('excluded.text') })),
      )
      .execute(),
  )
}

/** Freezes what there is and has it ratified. @returns the snapshot */
export async function ratified(
  world: World,
  cycle: string,
  name: string,
  because: string | null = null,
): Promise<string> {
  const organiser = await world.as('organiser', 'own')
  const frozen = await organiser(`/cycles/${cycle}/snapshots`, post({ name }))
  const ratifier = await world.as('ratifier', 'own')
  const said = { body: '书记会', on: '2024-01-20', number: '3号', because, version: 1 }
  const done = await ratifier(`/snapshots/${frozen.json.id}/ratification`, post(said))
  if (done.status !== 200) throw new Error(done.text)
  return frozen.json.id as string
}

/** Tells all units these parts of a result. */
export async function released(
  world: World,
  snapshot: string,
  parts: readonly string[],
  more: object = {},
): Promise<{ readonly objectionUntil: string | null }> {
  const organiser = await world.as('organiser', 'own')
  const body = { parts, consent: '书记会同意', on: '2024-01-22', ...more }
  const { status, json, text } = await organiser(`/snapshots/${snapshot}/release`, post(body))
  if (status !== 200) throw new Error(text)
  return json
}
