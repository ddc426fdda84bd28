import { layClaim, seedClaims } from '../review/claims.ts'
import { answer, LetterWorld } from '../review/letter-world.ts'
import { openHall } from '../review/meeting/hall.ts'
import { seedCycle } from '../reporting/cycle.ts'
import type { World } from '../world.ts'
import { type Late, must, post, put } from './late.ts'

/** A desk from its marks to being opened again. */
export async function* desks(world: World): AsyncGenerator<Late> {
  const [head, reviewer] = [
    await world.as('department-head', 'own'),
    await world.as('department-reviewer', 'own'),
  ]
  const [organiser, secretary] = [
    await world.as('organiser', 'own'),
    await world.as('vice-secretary', 'own'),
  ]
  const unit = world.units.child.id
  const desk = `/cycles/${await seedCycle(world)}/desks/organisation`
  const mark = { unit, item: 'brand', text: '8', reason: null }
  await must(reviewer(`${desk}/marks`, put({ ...mark, version: 0 })))
  yield {
    route: 'review.giveMark',
    ask: head,
    path: `${desk}/marks`,
    body: { ...mark, text: '9' },
    yours: { text: '9' },
    standing: { text: '8', by: 'department-reviewer@own', version: 1 },
  }
  const opinion = { unit, grade: null, comment: '工作扎实' }
  await must(reviewer(`${desk}/opinions`, put({ ...opinion, version: 0 })))
  yield {
    route: 'review.giveOpinion',
    ask: head,
    path: `${desk}/opinions`,
    body: { ...opinion, comment: '还要努力' },
    yours: { comment: '还要努力' },
    standing: { comment: '工作扎实', version: 1 },
  }
  const step = (route: string, ask: Late['ask'], path: string, body: object, standing: object) => ({
    route: `review.${route}`,
    ask,
    path: `${desk}${path}`,
    body,
    standing,
  })
  yield step('handDesk', head, '/hand', {}, { state: 'draft', version: 1 })
  await must(head(`${desk}/hand`, post({ version: 1 })))
  const decision = { approve: true, because: null, units: [] }
  yield step('decideDesk', secretary, '/decide', decision, { state: 'handed', version: 2 })
  await must(secretary(`${desk}/decide`, post({ ...decision, version: 2 })))
  const because = { because: '有一个分打错了' }
  yield step('askReopening', head, '/reopening', because, { state: 'approved', version: 3 })
  await must(head(`${desk}/reopening`, put({ ...because, version: 3 })))
  yield step('agreeReopening', organiser, '/reopening', {}, { reopening: because, version: 4 })
}

/** Claims, and what the office says of them. */
export async function* claims(world: World): AsyncGenerator<Late> {
  const reviewer = await world.as('department-reviewer', 'own')
  const { cycle, other } = await seedClaims(world)
  const claim = await layClaim(world, other, cycle, { title: '云端团课', sort: '创新项目' })
  const path = `/cycles/${cycle}/claims/${claim}/ruling`
  const no = { attributes: { accepted: '否' }, reason: '不在范围内', of: 1 }
  await must(reviewer(path, put({ ...no, version: 0 })))
  yield {
    route: 'review.ruleClaim',
    ask: reviewer,
    path,
    body: { ...no, reason: '材料不全' },
    standing: { attributes: { accepted: '否' }, reason: '不在范围内', of: 1, version: 1 },
  }
}

/** Letters to leaders, and what units tell them before. */
export async function* letters(world: World): AsyncGenerator<Late> {
  const held = await LetterWorld.start(world)
  const [organiser, secretary, ratifier, clerk] = [
    await world.as('organiser', 'own'),
    await world.as('vice-secretary', 'own'),
    await world.as('ratifier', 'own'),
    await world.as('unit-clerk', 'child'),
  ]
  const briefing = `/cycles/${held.cycle}/briefings/${held.child}/party`
  const told = { heldOn: '2023-12-10', told: '镇党委副书记', text: '办了三场活动' }
  await must(clerk(briefing, put({ ...told, version: 0 })))
  yield {
    route: 'review.writeBriefing',
    ask: clerk,
    path: briefing,
    body: { ...told, text: '办了四场活动' },
    standing: { ...told, version: 1 },
  }
  const { id } = await held.freshLetter(held.child)
  const path = `/letters/${id}`
  const versionNow = async (): Promise<number> =>
    (await must(organiser(`${path}/paper`))).letter.version
  const typed = { marks: [{ item: 'leaders-review', text: '67' }] }
  const withdrawal = { path: `${path}/withdraw`, body: { because: '领导换了人' } }
  yield {
    route: 'review.withdrawLetter',
    ask: organiser,
    ...withdrawal,
    standing: { id, withdrawn: null, version: await versionNow() },
  }
  await must(organiser(`${path}/paper`, put({ ...answer('61'), version: await versionNow() })))
  yield {
    route: 'review.typePaper',
    ask: secretary,
    path: `${path}/paper`,
    body: answer('67'),
    yours: typed,
    standing: { id, typed: 1, answer: null, version: await versionNow() },
  }
  await must(secretary(`${path}/paper`, put({ ...answer('67'), version: await versionNow() })))
  yield {
    route: 'review.settlePaper',
    ask: ratifier,
    path: `${path}/settlement`,
    body: { ...answer('67'), because: '原件第二位是7' },
    yours: typed,
    standing: { id, typed: 2, answer: null, version: await versionNow() },
  }
}

/** A meeting as it is chaired. */
export async function* meetings(world: World): AsyncGenerator<Late> {
  const { ask, meeting, speakers } = await openHall(world, { judges: [{ name: '评委甲' }] })
  const [first] = await speakers()
  const { version } = (await must(ask(`/meetings/${meeting}`))).meeting
  yield {
    route: 'review.stepMeeting',
    ask,
    path: `/meetings/${meeting}/steps`,
    body: { step: 'open', speaker: first!.id },
    standing: { id: meeting, state: 'preparing', version },
  }
}
