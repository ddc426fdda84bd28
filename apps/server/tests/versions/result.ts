import { post, put, ratified, released, reported, seedYear } from '../result/year.ts'
import type { World } from '../world.ts'
import { type Ask, type Late, must } from './late.ts'

const CONSENT = { body: '书记会', number: '4号', on: '2024-01-21' }

/** What goes before the ratification. */
async function* frozen(world: World, cycle: string): AsyncGenerator<Late> {
  const organiser = await world.as('organiser', 'own')
  const ratifier = await world.as('ratifier', 'own')
  const { id } = await must(organiser(`/cycles/${cycle}/snapshots`, post({ name: '年中' })))
  const opinion = `/snapshots/${id}/assessees/${world.units.child.id}/opinion`
  await must(organiser(opinion, put({ text: '先写的', version: 0 })))
  yield {
    route: 'result.writeOpinion',
    ask: organiser,
    path: opinion,
    body: { text: '后写的' },
    standing: { text: '先写的', version: 1 },
  }
  yield {
    route: 'result.ratify',
    ask: ratifier,
    path: `/snapshots/${id}/ratification`,
    body: { ...CONSENT, minutes: null, because: '更正' },
    standing: { id, ratified: null, version: 1 },
  }
}

/** An objection from its draft to the correction that carries it. */
async function* objections(world: World, snapshot: string): AsyncGenerator<Late> {
  const [clerk, head] = [
    await world.as('unit-clerk', 'child'),
    await world.as('unit-head', 'child'),
  ]
  const [organiser, ratifier] = [
    await world.as('organiser', 'own'),
    await world.as('ratifier', 'own'),
  ]
  await released(world, snapshot, ['grade', 'items'], { objectionDays: 5 })
  const { release } = (await must(head('/released'))).results[0]
  const written = { figure: 'item:fee', text: '应为 96%' }
  const { id } = await must(clerk(`/released/${release}/objections`, post(written)))
  const at = (route: string, ask: Ask, path: string, body: object, standing: object): Late => ({
    route: `result.${route}`,
    ask,
    path: `/objections/${id}${path}`,
    body,
    standing: { id, text: written.text, ...standing },
  })
  yield at('changeObjection', clerk, '', { text: '应为 97%' }, { state: 'draft', version: 1 })
  yield at('fileObjection', head, '/filing', {}, { state: 'draft', version: 1 })
  await must(head(`/objections/${id}/filing`, post({ version: 1 })))
  yield at('withdrawObjection', head, '/withdrawal', {}, { state: 'filed', version: 2 })
  const reply = { text: '经核对属实' }
  yield at('replyObjection', organiser, '/reply', reply, { state: 'filed', version: 2 })
  await must(organiser(`/objections/${id}/reply`, post({ ...reply, version: 2 })))
  const ruling = { ruling: 'upheld', reason: '属实', ...CONSENT }
  const replied = { state: 'replied', reply, version: 3 }
  yield at('ruleObjection', ratifier, '/ruling', ruling, replied)
  await must(ratifier(`/objections/${id}/ruling`, post({ ...ruling, version: 3 })))
  yield at('carryObjection', organiser, '/correction', {}, { state: 'ruled', version: 4 })
}

const WISH = {
  title: '结果公示',
  note: '请向组织部反映',
  parts: ['grades'],
  audience: ['units', 'leaders'],
  days: 3,
  working: false,
  startsOn: null,
  event: '会后',
}

async function* publicities(world: World, snapshot: string): AsyncGenerator<Late> {
  const organiser = await world.as('organiser', 'own')
  const ratifier = await world.as('ratifier', 'own')
  const { id } = await must(organiser(`/snapshots/${snapshot}/publicities`, post(WISH)))
  const at = (route: string, ask: Ask, path: string, body: object, version: number): Late => ({
    route: `result.${route}`,
    ask,
    path: `/publicities/${id}${path}`,
    body,
    standing: { id, days: WISH.days, version },
  })
  yield at('confirmPublicity', ratifier, '/confirmation', CONSENT, 1)
  await must(ratifier(`/publicities/${id}/confirmation`, post({ ...CONSENT, version: 1 })))
  yield at('startPublicity', organiser, '/start', { on: '2024-01-22' }, 2)
  yield at('linkPublicity', organiser, '/link', { mails: [] }, 2)
  yield at('withdrawPublicity', organiser, '/withdrawal', { because: '有误' }, 2)
}

/** From the frozen result to what is said about it. */
export async function* result(world: World): AsyncGenerator<Late> {
  const cycle = await seedYear(world)
  await reported(world, cycle, world.units.child.id, { 'fee-rate': '90%', hours: '71' })
  yield* frozen(world, cycle)
  const snapshot = await ratified(world, cycle, '年终')
  yield* objections(world, snapshot)
  yield* publicities(world, snapshot)

  const clerk = await world.as('unit-clerk', 'child')
  const organiser = await world.as('organiser', 'own')
  const path = `/cycles/${cycle}/suggestions`
  await must(clerk(path, post({ text: '表格少一些' })))
  const [one] = (await must(organiser(path))).suggestions
  yield {
    route: 'result.settleSuggestion',
    ask: organiser,
    path: `${path}/${one.id}`,
    body: { outcome: 'noted', text: '明年研究' },
    standing: { text: '表格少一些', settled: null, version: 1 },
  }
}
