import { NOTICE, QUESTION, RULING, STEP } from '../../../apps/server/tests/planning/year.ts'
import { post, put, type Writes } from './writes.ts'

/** A scheme from its draft to the opened year, and what is said around it. */
export const planning: Writes = async function* (world) {
  const organiser = await world.as('organiser', 'own')
  const second = await world.as('vice-secretary', 'own')
  const clerk = await world.as('unit-clerk', 'child')
  const shipped = { shipped: 'dongguan-2017' }
  const { id: scheme } = (yield post('/schemes', organiser, '/schemes', shipped)).json
  const { version } = (await organiser(`/schemes/${scheme}/text`)).json
  const proposed = `/schemes/${scheme}/proposal-to-publish`
  yield post('/schemes/{scheme}/proposal-to-publish', organiser, proposed, { version })
  const published = `/schemes/${scheme}/publication`
  yield post('/schemes/{scheme}/publication', second, published, { version })
  const year = { scheme, title: '2017年度考核', startsOn: '2017-01-01', endsOn: '2017-12-31' }
  const { id } = (yield post('/cycles', organiser, '/cycles', year)).json
  const cycle = `/cycles/${id}`
  const mapping = { kinds: { 团委: 'township' }, units: [] }
  yield put('/cycles/{cycle}/assessees', organiser, `${cycle}/assessees`, mapping)
  const written = `${cycle}/departments-as-written`
  yield post('/cycles/{cycle}/departments-as-written', organiser, written)
  yield post('/cycles/{cycle}/opening', organiser, `${cycle}/opening`)
  const sent = yield post('/cycles/{cycle}/notices', organiser, `${cycle}/notices`, NOTICE)
  yield post('/notices/{notice}/receipt', clerk, `/notices/${sent.json.id}/receipt`)
  yield post('/cycles/{cycle}/questions', clerk, `${cycle}/questions`, QUESTION)
  yield post('/cycles/{cycle}/rulings', organiser, `${cycle}/rulings`, RULING)
  const points = { shipped: 'neimenggu-2020-priorities', text: null, cycle: id }
  const plan = yield post('/plans', organiser, '/plans', points)
  const step = `/plans/${plan.json.id}/tasks/youth-study/steps`
  yield post('/plans/{plan}/tasks/{task}/steps', organiser, step, { ...STEP, target: null })
}
