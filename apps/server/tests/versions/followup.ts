import { post, ratified, reported, SCHEME, seedYear } from '../result/year.ts'
import type { World } from '../world.ts'
import { type Late, must } from './late.ts'

const PRAISE = `${SCHEME}
结果运用:
  - {编号: praise, 名称: 通报表扬, 范围: {前: {名额: 1, 同分: 全部入围}}, 措施: 表彰, 决定: meeting, 条款: 十}
`

/** What follows from a result. */
export async function* followup(world: World): AsyncGenerator<Late> {
  const [organiser, ratifier] = [
    await world.as('organiser', 'own'),
    await world.as('ratifier', 'own'),
  ]
  const head = await world.as('unit-head', 'child')
  const unit = world.units.child.id
  const cycle = await seedYear(world, PRAISE)
  await reported(world, cycle, unit, { 'fee-rate': '90%', hours: '71' })
  const snapshot = await ratified(world, cycle, '年终')
  const agreed = { adopt: true, reason: '按方案', body: '书记会', number: '6号', on: '2024-01-25' }
  const decisions = `/cycles/${cycle}/consequences/praise/decisions`
  await must(ratifier(decisions, post({ ...agreed, assessees: [unit] })))
  const { measures } = await must(organiser(`/cycles/${cycle}/followup`))
  const { id } = measures.find(({ source }: { source: string }) => source === 'praise')
  const measure = `/measures/${id}`
  const standing = { id, name: '通报表扬', state: 'open', version: 1 }
  const assigned = { owner: null, dueOn: '2024-04-30', copies: [], places: null, persons: null }
  yield { route: 'followup.assignMeasure', ask: organiser, path: measure, body: assigned, standing }
  const step = { kind: 'minutes', text: '已印发', done: true }
  yield {
    route: 'followup.writeStep',
    ask: organiser,
    path: `${measure}/steps`,
    body: step,
    standing,
  }
  await must(organiser(`${measure}/steps`, post({ ...step, version: 1 })))
  yield {
    route: 'followup.closeMeasure',
    ask: organiser,
    path: `${measure}/closing`,
    body: { passed: true, text: '属实' },
    standing: { state: 'done', version: 2 },
  }
  const at = `/snapshots/${snapshot}/assessees/${unit}/rectifications`
  const made = await must(organiser(at, post({ item: 'fee', dueOn: null })))
  yield {
    route: 'followup.reportRectification',
    ask: head,
    path: `/rectifications/${made.id}/steps`,
    body: { text: '已收齐', done: true },
    standing: { id: made.id, facts: null, state: 'open', version: 1 },
  }
}
