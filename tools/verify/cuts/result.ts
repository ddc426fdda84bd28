import { addTownship, reported, seedYear } from '../../../apps/server/tests/result/year.ts'
import { post, put, type Writes } from './writes.ts'

const TEXT = '团费收缴率应为 96%，截图附后。'

/** A result from its freezing to an objection that is ruled on, and what is made public. */
export const result: Writes = async function* (world) {
  const cycle = await seedYear(world)
  const other = await addTownship(world, cycle, '邻镇团委')
  await reported(world, cycle, world.units.child.id, { 'fee-rate': '90%', hours: '71' })
  await reported(world, cycle, other, { 'fee-rate': '96%', hours: '87' })
  const organiser = await world.as('organiser', 'own')
  const ratifier = await world.as('ratifier', 'own')
  const clerk = await world.as('unit-clerk', 'child')
  const head = await world.as('unit-head', 'child')
  const freeze = `/cycles/${cycle}/snapshots`
  const frozen = yield post('/cycles/{cycle}/snapshots', organiser, freeze, { name: '年终' })
  const at = `/snapshots/${frozen.json.id}`
  const met = { body: '书记会', on: '2024-01-20', number: '3号' }
  const right = { ...met, because: null, version: 1 }
  yield post('/snapshots/{snapshot}/ratification', ratifier, `${at}/ratification`, right)
  const told = { parts: ['grade', 'items'], consent: '同意', on: '2024-01-22', objectionDays: 5 }
  yield post('/snapshots/{snapshot}/release', organiser, `${at}/release`, told)
  const { release } = (await head('/released')).json.results[0]
  const against = { figure: 'item:fee', text: '团费算错了' }
  const path = `/released/${release}/objections`
  const written = yield post('/released/{release}/objections', clerk, path, against)
  const one = `/objections/${written.json.id}`
  yield put('/objections/{object}', clerk, one, { text: TEXT, version: 1 })
  yield post('/objections/{object}/filing', head, `${one}/filing`, { version: 2 })
  const reply = { text: '经核对，收缴率为 96%。', version: 3 }
  yield post('/objections/{object}/reply', organiser, `${one}/reply`, reply)
  const ruling = { ...met, ruling: 'upheld', reason: '属实', on: '2024-01-30', version: 4 }
  yield post('/objections/{object}/ruling', ratifier, `${one}/ruling`, ruling)
  const wish = { title: '考核结果公示', note: '有意见请反映', parts: ['grades'] }
  const open = { audience: ['units', 'public'], days: 3, working: false, startsOn: '2024-01-22' }
  const shown = { ...wish, ...open }
  const asked = yield post(
    '/snapshots/{snapshot}/publicities',
    organiser,
    `${at}/publicities`,
    shown,
  )
  const { id, version } = asked.json
  const consent = { body: '书记会', number: '4号', on: '2024-01-21', version }
  const yes = `/publicities/${id}/confirmation`
  yield post('/publicities/{publicity}/confirmation', ratifier, yes, consent)
}
