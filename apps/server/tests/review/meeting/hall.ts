/** A debrief in the small world: units to be heard, judges with links, a chair. */
import { randomUUID } from 'node:crypto'
import { acting, insertUnit } from '@kaohe/storage'
import { seedCycle } from '../../reporting/cycle.ts'
import type { Got, Sent, World } from '../../world.ts'

// One figure for each ballot, of three groups; the last one without its highest and lowest.
export const SCHEME = `
方案: debrief-2023
名称: 示范县乡镇团委考核
版本: "1"
发文: {机关: 共青团示范县委, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
参与方:
  - {编号: organisation, 名称: 组织部, 身份: 部门}
  - {编号: jury, 名称: 评委会, 身份: 评委}
考核对象:
  - {编号: township, 名称: 乡镇团委}
评价方式:
  - {编号: debrief, 名称: 总结述职, 占比: 100%, 方式: 述职评议, 评价人: [jury]}
事件:
  - 编号: ballot
    名称: 述职评议票
    来源: 述职评议
    属性:
      - {编号: judge, 名称: 评议人, 类型: 文字}
      - {编号: score, 名称: 评分, 类型: 数值, 单位: 分, 最小: 0分, 最大: 100分}
    标识: [judge]
指标:
  - {编号: debrief-review, 名称: 现场评议, 评价方式: debrief, 分值: 100, 条款: 三, 规则: {评委: {事件: ballot, 量: score, 方法: 去高低, 去: 1, 不足时: 得零分}}}
总分: {}
排名: {分组: 同类, 并列: 并列占位}
`

/** Three groups, weighted. */
export const PANEL = SCHEME.replace(
  '      - {编号: judge, 名称: 评议人, 类型: 文字}',
  '      - {编号: judge, 名称: 评议人, 类型: 文字}\n      - {编号: rater, 名称: 评委类别, 类型: 选项, 选项: [书记, 部门]}',
).replace(
  '{评委: {事件: ballot, 量: score, 方法: 去高低, 去: 1, 不足时: 得零分}}',
  '{评委组: {事件: ballot, 量: score, 方法: 平均, 不足时: 得零分, 组: [{名称: 书记, 占比: 60%, 条件: rater = "书记"}, {名称: 部门, 占比: 40%, 条件: rater = "部门", 方法: 中位}]}}',
)

export type Ask = (path: string, sent?: Sent) => Promise<Got>

export interface Speaking {
  readonly id: string
  readonly unit: string
  readonly name: string
  readonly state: string
}

export interface Slip {
  readonly judge: string
  readonly name: string
  readonly token: string
}

/** The meeting as the chair holds it; its version is followed. */
export interface Hall {
  readonly cycle: string
  readonly meeting: string
  readonly ask: Ask
  readonly slips: readonly Slip[]
  /** The unit below, first on the agenda, and those after it. */
  speakers(): Promise<readonly Speaking[]>
  step(step: string, speaker?: string, because?: string): Promise<Got>
  /** What came out for the cycle as it stands now, for a unit. */
  pointsOf(unit: string): Promise<{ points: string | null; least: string; most: string }>
}

export const post = (body: object): Sent => ({ method: 'POST', body })
export const put = (body: object): Sent => ({ method: 'PUT', body })

/** As the holder of a link. */
export const asJudge =
  ({ ask }: World, { token }: Pick<Slip, 'token'>): Ask =>
  (path, sent = {}) =>
    ask(path, { ...sent, headers: { 'Kaohe-Link': token, ...sent.headers } })

/** One ballot, as a phone sends it. */
export const ballot = (score: string, turn = 1, client: string = randomUUID()): Sent =>
  put({ client, turn, marks: { score } })

/** More units below the one in the middle, which take part. */
export async function addUnits(world: World, cycle: string, names: readonly string[]) {
  const { id: org, path } = world.units.own
  return acting(world.db, { org, path, role: 'organiser' }, async (db) => {
    const units: { id: string }[] = []
    for (const name of names) {
      const unit = { id: randomUUID(), name, kind: '团委' }
      units.push(await insertUnit(db, path, unit, '2020-01-01'))
    }
    await db
      .insertInto('assessee')
      .values(
        units.map(({ id: unit }) => ({
          org,
          cycle,
          unit,
          type: 'township',
          peer_group: null,
          excluded_because: null,
        })),
      )
      .execute()
    return units.map(({ id }) => id)
  })
}

export interface Seated {
  readonly name: string
  readonly group?: string
  readonly unit?: string
  readonly paper?: boolean
}

/** Convenes a meeting of a fresh cycle: the child and `more` other units, these judges, all with links. */
export async function openHall(
  world: World,
  {
    judges,
    more = [],
    scheme = SCHEME,
  }: {
    readonly judges: readonly Seated[]
    readonly more?: readonly string[]
    readonly scheme?: string
  },
): Promise<Hall> {
  const cycle = await seedCycle(world, scheme)
  const others = more.length === 0 ? [] : await addUnits(world, cycle, more)
  const ask = await world.as('organiser', 'own')
  const told = { event: 'ballot', name: '述职评议会', heldOn: '2023-12-28', place: '三楼会议室' }
  const meeting = (await ask(`/cycles/${cycle}/meetings`, post(told))).json.id as string
  const units = [world.units.child.id, ...others]
  await ask(`/meetings/${meeting}/order`, put({ units }))
  const added = await ask(`/meetings/${meeting}/judges`, post({ judges }))
  if (added.status !== 200) throw new Error(added.text)
  const links = await ask(`/meetings/${meeting}/links`, post({}))
  const read = async () => (await ask(`/meetings/${meeting}`)).json
  return {
    cycle,
    meeting,
    ask,
    slips: links.json.slips as Slip[],
    speakers: async () => (await read()).speakers as Speaking[],
    step: async (step, speaker, because) => {
      const { version } = (await read()).meeting
      return ask(`/meetings/${meeting}/steps`, post({ step, speaker, because, version }))
    },
    pointsOf: async (unit) => {
      const { json } = await ask(`/cycles/${cycle}/result`)
      return json.units.find((one: { unit: string }) => one.unit === unit)
    },
  }
}
