import {
  answer,
  DUE,
  LetterWorld,
  receiver,
} from '../../../apps/server/tests/review/letter-world.ts'
import { openHall } from '../../../apps/server/tests/review/meeting/hall.ts'
import { type Ask, post, put, type Writes } from './writes.ts'

/** What is answered without an account: letters and ballots, which repeat harmlessly by themselves. */
export const links: Writes = async function* (world) {
  const letters = await LetterWorld.start(world)
  const organiser = await world.as('organiser', 'own')
  const unit = world.units.child.id
  const make = { ...DUE, receivers: [receiver(unit)] }
  const made = `${letters.letters}/party`
  yield put('/cycles/{cycle}/letters/{source}', organiser, made, make)
  const { id } = await letters.letterOf(unit)
  const token = await letters.tokenOf(id)
  const held =
    (link: string): Ask =>
    (path, sent = {}) =>
      world.ask(path, { ...sent, headers: { ...sent.headers, 'Kaohe-Link': link } })
  yield post('/letter/answer', held(token), '/letter/answer', answer('88'))
  const hall = await openHall(world, { judges: [{ name: '甲' }, { name: '乙' }] })
  const [first] = await hall.speakers()
  const { version } = (await hall.ask(`/meetings/${hall.meeting}`)).json.meeting
  const step = { step: 'open', speaker: first!.id, version }
  yield post('/meetings/{meeting}/steps', hall.ask, `/meetings/${hall.meeting}/steps`, step)
  const vote = { client: crypto.randomUUID(), turn: 1, marks: { score: '90' } }
  const judge = held(hall.slips[0]!.token)
  yield put('/ballot/{speaker}', judge, `/ballot/${first!.id}`, vote)
  const more = { judges: [{ name: '丙' }] }
  const seats = `/meetings/${hall.meeting}/judges`
  yield post('/meetings/{meeting}/judges', hall.ask, seats, more)
}
