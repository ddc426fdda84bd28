import { patch, post, type Writes } from './writes.ts'

const CHINA_AHEAD_MS = 8 * 3_600_000

/** The tree of organisations, what is known of them, and their people. */
export const organisation: Writes = async function* (world) {
  const organiser = await world.as('organiser', 'own')
  const admin = await world.as('system-administrator', 'own')
  const parent = world.units.own.id
  // What was added today has no earlier past.
  const on = new Date(Date.now() + CHINA_AHEAD_MS).toISOString().slice(0, 10)
  const made = yield post('/units', organiser, '/units', { parent, name: '新县', kind: '县' })
  const { id, version } = made.json
  const unit = `/units/${id}`
  const renamed = { name: '新区', on, version }
  yield patch('/units/{unit}', organiser, unit, renamed)
  const person = { name: '张三', duty: '书记', phone: '' }
  yield post('/units/{unit}/contacts', organiser, `${unit}/contacts`, person)
  const office = { name: '组织部' }
  yield post('/units/{unit}/departments', organiser, `${unit}/departments`, office)
  const known = {
    attribute: '团员数',
    value: '10',
    knownOn: '2024-01-01',
    source: '年报',
    version: 0,
  }
  yield post('/units/{unit}/attributes', organiser, `${unit}/attributes`, known)
  const body = { name: '某社区党委', capacity: '社区党组织', from: '2020-01-01' }
  yield post('/units/{unit}/bodies', organiser, `${unit}/bodies`, body)
  const names = { names: ['王小明'] }
  yield post('/units/{unit}/people', admin, `/units/${parent}/people`, names)
}
