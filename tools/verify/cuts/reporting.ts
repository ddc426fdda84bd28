import { seedCycle } from '../../../apps/server/tests/reporting/cycle.ts'
import { post, put, type Writes } from './writes.ts'

const REPORT = '/cycles/{cycle}/reports/{unit}'

/** What units report and what the committee does with it. */
export const reporting: Writes = async function* (world) {
  const cycle = await seedCycle(world)
  const unit = world.units.child.id
  const clerk = await world.as('unit-clerk', 'child')
  const head = await world.as('unit-head', 'child')
  const organiser = await world.as('organiser', 'own')
  const reviewer = await world.as('department-reviewer', 'own')
  const report = `/cycles/${cycle}/reports/${unit}`
  const fee = { state: 'value', text: '96', version: 0 }
  yield put(`${REPORT}/entries/{fact}`, clerk, `${report}/entries/fee-rate`, fee)
  const supplied = { cells: [{ unit, period: null, text: '否', version: 0 }] }
  yield put('/cycles/{cycle}/facts/{fact}', organiser, `/cycles/${cycle}/facts/on-time`, supplied)
  const wrong = { fact: 'on-time', reason: '6月已补报' }
  const contest = yield post(`${REPORT}/contests`, clerk, `${report}/contests`, wrong)
  const answer = `${report}/contests/${contest.json.id}/answer`
  yield post(`${REPORT}/contests/{contest}/answer`, organiser, answer, { answer: '已更正' })
  const attributes = { level: '市级', people: '12' }
  const event = { event: 'volunteer', happenedOn: '2023-03-05', attributes }
  const happened = yield post(`${REPORT}/events`, clerk, `${report}/events`, event)
  const id = happened.json.happening.id as string
  const voided = { reason: '重复', version: 1 }
  yield post(`${REPORT}/events/{happening}/void`, clerk, `${report}/events/${id}/void`, voided)
  const complete = { complete: true }
  yield put(`${REPORT}/complete/{event}`, clerk, `${report}/complete/volunteer`, complete)
  const file = { item: 'brand', name: '照片.jpg', size: 10 }
  yield post(`${REPORT}/uploads`, clerk, `${report}/uploads`, file)
  const seen = { unit, item: 'brand', observedOn: '2023-03-01', text: '到现场看了活动' }
  const observations = `/cycles/${cycle}/observations`
  yield post('/cycles/{cycle}/observations', reviewer, observations, seen)
  const handed = { isTrue: true, version: 0 }
  yield post(`${REPORT}/confirmation`, head, `${report}/confirmation`, handed)
  const back = { item: 'brand', reason: '缺照片' }
  yield post(`${REPORT}/returns`, organiser, `${report}/returns`, back)
  const later = { dueOn: '2099-12-31', reason: '灾情' }
  yield put(`${REPORT}/exception`, organiser, `${report}/exception`, later)
  const reminder = { units: [unit], text: '请填报' }
  yield post('/cycles/{cycle}/reminders', organiser, `/cycles/${cycle}/reminders`, reminder)
}
