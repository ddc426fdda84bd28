import { seedCycle } from '../../../apps/server/tests/reporting/cycle.ts'
import { post, put, type Writes } from './writes.ts'

const DESK = '/cycles/{cycle}/desks/{party}'

/** A desk from the first mark to its being opened again. */
export const review: Writes = async function* (world) {
  const cycle = await seedCycle(world)
  const unit = world.units.child.id
  const desk = `/cycles/${cycle}/desks/organisation`
  const reviewer = await world.as('department-reviewer', 'own')
  const head = await world.as('department-head', 'own')
  const secretary = await world.as('vice-secretary', 'own')
  const organiser = await world.as('organiser', 'own')
  const mark = { unit, item: 'brand', text: '18', version: 0 }
  yield put(`${DESK}/marks`, reviewer, `${desk}/marks`, mark)
  const opinion = { unit, grade: null, comment: '工作扎实。', version: 0 }
  yield put(`${DESK}/opinions`, reviewer, `${desk}/opinions`, opinion)
  yield post(`${DESK}/hand`, head, `${desk}/hand`, { version: 1 })
  const agreed = { approve: true, because: null, version: 2 }
  yield post(`${DESK}/decide`, secretary, `${desk}/decide`, agreed)
  const because = { because: '补交了材料', version: 3 }
  yield put(`${DESK}/reopening`, head, `${desk}/reopening`, because)
  yield post(`${DESK}/reopening`, organiser, `${desk}/reopening`, { version: 4 })
}
