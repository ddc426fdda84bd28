import type { Role } from '@kaohe/domain'
import type { Got, Place, Sent, World } from '../world.ts'

export type Ask = (path: string, sent?: Sent) => Promise<Got>

export const post = (body: object = {}): Sent => ({ method: 'POST', body })
export const put = (body: object): Sent => ({ method: 'PUT', body })

/** The answer, when there was no problem. @throws Error with the problem */
export async function must(asked: Promise<Got>): Promise<Got['json']> {
  const { status, text, json } = await asked
  if (status !== 200) throw new Error(`${status} ${text}`)
  return json
}

/** Two persons publish a draft as it is now. */
export async function publish(world: World, scheme: string): Promise<Got['json']> {
  const organiser = await world.as('organiser', 'own')
  const second = await world.as('vice-secretary', 'own')
  const { version } = await must(organiser(`/schemes/${scheme}/text`))
  await must(organiser(`/schemes/${scheme}/proposal-to-publish`, post({ version })))
  return must(second(`/schemes/${scheme}/publication`, post({ version })))
}

export async function draft(world: World, shipped = 'dongguan-2017'): Promise<string> {
  const organiser = await world.as('organiser', 'own')
  return (await must(organiser('/schemes', post({ shipped })))).id
}

export interface Year {
  readonly scheme: string
  readonly cycle: string
  readonly notice: string
  readonly plan: string
  /** Another draft, with a proposal in it. */
  readonly draft: string
  readonly proposal: string
  readonly department: string
}

export const NOTICE = { title: '关于开展考核的通知', text: '请各单位按时报送。' }
export const QUESTION = { clause: '四（一）', text: '没有党政评价的怎么算？' }
export const RULING = {
  question: null,
  clause: '四（二）',
  asked: '两个科室都打了分怎么办',
  answer: '取平均',
  body: '党组会',
  decidedOn: '2017-12-20',
  reason: '没有主次',
  reading: null,
}
export const STEP = { kind: 'report', text: '正在推进', evidence: '会议纪要第3号' }

/** A year of the organisation in the middle, with its child assessed. */
export async function startYear(world: World): Promise<Year> {
  const organiser = await world.as('organiser', 'own')
  const scheme = await draft(world)
  await publish(world, scheme)
  const body = { scheme, title: '2017年度考核', startsOn: '2017-01-01', endsOn: '2017-12-31' }
  const cycle = (await must(organiser('/cycles', post(body)))).id
  const mapping = { kinds: { 团委: 'township' }, units: [] }
  await must(organiser(`/cycles/${cycle}/assessees`, put(mapping)))
  await must(organiser(`/cycles/${cycle}/departments-as-written`, post()))
  await must(organiser(`/cycles/${cycle}/opening`, post()))
  const notice = (await must(organiser(`/cycles/${cycle}/notices`, post(NOTICE)))).id
  const loaded = { shipped: 'neimenggu-2020-priorities', text: null, cycle }
  const plan = (await must(organiser('/plans', post(loaded)))).id
  const second = await draft(world)
  const { departments } = await must(organiser(`/cycles/${cycle}/departments`))
  const department = departments[0].id
  const start = { kind: 'item', subject: 'models', department }
  const proposal = (await must(organiser(`/schemes/${second}/proposals`, post(start)))).id
  return { scheme, cycle, notice, plan, draft: second, proposal, department }
}

/** Who may, seen from the organisation in the middle. */
export type May = Partial<Record<Place, readonly Role[]>>
