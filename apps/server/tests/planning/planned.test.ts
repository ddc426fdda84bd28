import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../world.ts'
import { type Ask, must, post, publish, put, QUESTION, startYear, type Year } from './year.ts'

let world: World
let year: Year
let organiser: Ask
let head: Ask
let clerk: Ask
beforeAll(async () => {
  world = await startWorld()
  year = await startYear(world)
  organiser = await world.as('organiser', 'own')
  head = await world.as('department-head', 'own')
  clerk = await world.as('unit-clerk', 'child')
}, 120_000)
afterAll(() => world.stop())

describe('eligibility', () => {
  it('leaves out, with the reason, whom the scheme leaves out', async () => {
    const parent = world.units.own.id
    for (const [name, foundedOn] of [
      ['老厂', '2010-05-04'],
      ['新厂', '2017-11-01'],
      ['不知道的厂', undefined],
    ])
      await must(organiser('/units', post({ parent, name, kind: '厂局', foundedOn })))
    const body = {
      scheme: year.scheme,
      title: '资格',
      startsOn: '2017-01-01',
      endsOn: '2017-12-31',
    }
    const { id } = await must(organiser('/cycles', post(body)))
    const { types, kinds } = await must(organiser(`/cycles/${id}/candidates`))
    expect(kinds).toContainEqual({ kind: '厂局', units: 3 })
    expect(types[1].rule).toContain('满 1 年')
    const mapping = { kinds: { 厂局: 'factory', 团委: null }, units: [] }
    const counts = await must(organiser(`/cycles/${id}/assessees`, put(mapping)))
    expect(counts).toEqual({ taking: 2, excluded: 1, undecided: 1 })
    const { assessees } = await must(organiser(`/cycles/${id}`))
    const fresh = assessees.find(({ name }: { name: string }) => name === '新厂')
    expect(fresh.excludedBecause).toContain('2017-11-01')
    expect(fresh.excludedBecause).toContain('不满1年')
    const strange = { kinds: { 厂局: 'planet' }, units: [] }
    expect((await organiser(`/cycles/${id}/assessees`, put(strange))).status).toBe(422)
  })

  it('is not changed any more when the cycle is open', async () => {
    const mapping = { kinds: {}, units: [] }
    expect((await organiser(`/cycles/${year.cycle}/assessees`, put(mapping))).status).toBe(409)
  })
})

describe('departments', () => {
  it('answer for an indicator alone, or two or three together, never four', async () => {
    const { departments, items, evaluators } = await must(
      organiser(`/cycles/${year.cycle}/departments`),
    )
    const models = items.find(({ item }: { item: string }) => item === 'models')
    expect(models.departments).toHaveLength(3)
    expect(models.leads).toHaveLength(3)
    const path = `/cycles/${year.cycle}/items/models/departments`
    const ids = departments.map(({ id }: { id: string }) => id)
    expect((await organiser(path, put({ departments: ids.slice(0, 4) }))).status).toBe(422)
    expect(await must(organiser(path, put({ departments: ids.slice(0, 2) })))).toEqual({
      departments: ids.slice(0, 2),
    })
    const stranger = ['00000000-0000-4000-8000-000000000000']
    expect((await organiser(path, put({ departments: stranger }))).status).toBe(422)
    const factories = evaluators.find(
      ({ type, source }: { type: string; source: string }) =>
        type === 'factory' && source === '党政评价',
    )
    expect(factories).toMatchObject({ state: 'settled', weight: '30%', evaluators: [] })
  })
})

describe('what a department drafts', () => {
  it('is told its mistakes and what it changes, is handed in, and merged', async () => {
    const at = `/proposals/${year.proposal}`
    const { text, version, trial } = await must(head(at))
    expect(text).toContain('编号: models')
    expect(trial.changes).toEqual([])
    const settled = trial.overruled.map((one: { at: string }) => one.at)
    expect(settled).toContain('多部门')
    const wrong = await must(head(at, put({ text: text.replace('规则:', '规测:'), version })))
    const [mistake] = wrong.trial.check.mistakes
    expect([wrong.trial.check.readable, mistake.file]).toEqual([false, '起草的内容'])
    expect((await head(`${at}/handing-in`, post({ version: version + 1 }))).status).toBe(409)
    const better = text.replace('名称: 选树先进典型', '名称: 选树青年典型')
    const saved = await must(head(at, put({ text: better, version: version + 1 })))
    expect(saved.trial.changes).toHaveLength(1)
    await must(head(`${at}/handing-in`, post({ version: saved.version })))
    const because = '请写清数量'
    const back = { accept: false, because, version: saved.version + 1 }
    await must(organiser(`${at}/decision`, post(back)))
    expect(await must(head(at))).toMatchObject({ state: 'returned', because })
    await must(head(`${at}/handing-in`, post({ version: saved.version + 2 })))
    await must(organiser(`${at}/decision`, post({ accept: true, version: saved.version + 3 })))
    const merged = await must(organiser(`/schemes/${year.draft}/text`))
    expect(merged.text).toContain('名称: 选树青年典型')
    expect(merged.text).toContain('# ---------- （一）思想引领和青年人才 ----------')
    expect(merged.check.readable).toBe(true)
  })

  it('may be a new indicator or a question of the survey', async () => {
    for (const [kind, path] of [
      ['item', '指标/new-item'],
      ['survey', '调查项目/new-question'],
    ]) {
      const body = { kind, subject: null, department: year.department }
      const { id } = await must(head(`/schemes/${year.draft}/proposals`, post(body)))
      const { trial } = await must(head(`/proposals/${id}`))
      expect(trial.check.mistakes).toEqual([])
      expect(trial.changes).toEqual([expect.objectContaining({ kind: 'added', path })])
    }
  })
})

describe('the calendar', () => {
  it('tells deadlines, conflicts, and the years of which it does not know the holidays', async () => {
    const { deadlines, conflicts, sources } = await must(
      organiser(`/cycles/${year.cycle}/calendar`),
    )
    expect(sources.map((one: { year: number }) => one.year)).toEqual([2017])
    const worksheets = deadlines.find(({ step }: { step: string }) => step === 'worksheets')
    expect(worksheets).toMatchObject({ due: '2018-01-26', weekday: '周五', rest: null })
    const said = conflicts.map(({ message }: { message: string }) => message).join('\n')
    expect(said).toContain('2018 年的放假安排没有录入')
    expect(said).toContain('2017-12-31（周日，周末）')
  })
})

describe('notices', () => {
  it('go to all who take part, and each acknowledges once', async () => {
    const { notices } = await must(organiser(`/cycles/${year.cycle}/notices`))
    expect(notices[0].receipts).toEqual([
      expect.objectContaining({ unit: world.units.child.id, acknowledgedAt: null }),
    ])
    const first = await must(clerk(`/notices/${year.notice}/receipt`, post()))
    const again = await must(clerk(`/notices/${year.notice}/receipt`, post()))
    expect(again).toEqual(first)
    const seen = await must(clerk(`/cycles/${year.cycle}/notices`))
    expect(seen.notices[0].receipts).toHaveLength(1)
    expect(seen.notices[0].receipts[0].acknowledgedAt).toBe(first.acknowledgedAt)
  })
})

describe('a question about a clause', () => {
  it('is ruled by a meeting, becomes a reading, and is in force when published', async () => {
    const { id: question } = await must(clerk(`/cycles/${year.cycle}/questions`, post(QUESTION)))
    const minutes = {
      question,
      clause: '四（一）',
      asked: QUESTION.text,
      answer: '计零分',
      body: '团市委党组会',
      decidedOn: '2017-12-28',
      reason: '照原文',
      reading: { id: 'factories-party-government', option: 'zero' },
    }
    const rulings = `/cycles/${year.cycle}/rulings`
    const { draft: next } = await must(organiser(rulings, post(minutes)))
    expect((await organiser(rulings, post(minutes))).status).toBe(409)
    const listed = async () => must(clerk(`/cycles/${year.cycle}/questions`))
    expect(await listed()).toMatchObject({
      questions: [{ answered: true }],
      rulings: [{ answer: '计零分', inForce: false }],
    })
    const another = { ...minutes, question: null, asked: '迟交一天算不算迟', reading: null }
    expect((await must(organiser(rulings, post(another)))).draft).toBe(next)
    await publish(world, next)
    expect((await listed()).rulings.map((one: { inForce: boolean }) => one.inForce)).toEqual([
      true,
      true,
    ])
    const { pages } = await must(clerk(`/schemes/${next}`))
    const reading = pages.readings.find(({ id }: { id: string }) => id === minutes.reading.id)
    expect(reading.decision).toMatchObject({ who: '团市委党组会', on: '2017-12-28' })
    const { changes } = await must(clerk(`/schemes/${next}/changes`))
    expect(changes.map(({ path }: { path: string }) => path)).toContain(
      '评价方式/party-government/无评价时',
    )
  })
})

describe('work points', () => {
  it('are supervised to their end: what no indicator covers is listed, and closed by the rule of its kind', async () => {
    const { tasks } = await must(organiser(`/plans/${year.plan}`))
    const task = tasks.find(
      ({ items, targets }: { items: object[]; targets: { kind: string }[] }) =>
        items.length === 0 && targets.length === 1 && targets[0]!.kind === '印发文件',
    )
    const take = (body: object) => head(`/plans/${year.plan}/tasks/${task.id}/steps`, post(body))
    const early = await take({ kind: 'closing', text: '完成' })
    expect([early.status, early.json.detail]).toEqual([409, expect.stringContaining('还没有报')])
    await must(take({ kind: 'reminder', text: '请月底前报进展' }))
    const report = { kind: 'report', target: 1, text: '已印发', reached: '团办发〔2020〕5号' }
    await must(take(report))
    const bare = await take({ kind: 'closing', text: '完成' })
    expect(bare.json.detail).toContain('没有说明材料在哪里')
    await must(take({ ...report, evidence: '文件在办公室档案盒12' }))
    await must(take({ kind: 'closing', text: '完成' }))
    const after = await must(organiser(`/plans/${year.plan}`))
    const closed = after.tasks.find(({ id }: { id: string }) => id === task.id)
    expect([closed.state, closed.steps.length]).toEqual(['closed', 4])
    expect((await take(report)).status).toBe(409)
    await must(take({ kind: 'reopening', text: '复查发现没有落实' }))
  })
})
