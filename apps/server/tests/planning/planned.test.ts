import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PASSWORD, startWorld, type World } from '../world.ts'
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
    // By its name, until the organiser has said it.
    const factories = { kind: '厂局', units: 3, said: false, type: 'factory', level: 'works' }
    expect(kinds).toContainEqual(factories)
    expect(types[1].rule).toContain('满 1 年')
    const mapping = { kinds: { 厂局: 'factory', 团委: null }, units: [] }
    const counts = await must(organiser(`/cycles/${id}/assessees`, put(mapping)))
    expect(counts).toEqual({ taking: 2, excluded: 1, undecided: 1 })
    const { assessees } = await must(organiser(`/cycles/${id}`))
    const fresh = assessees.find(({ name }: { name: string }) => name === '新厂')
    expect(fresh.excludedBecause).toContain('2017-11-01')
    expect(fresh.excludedBecause).toContain('不满1年')
    const { kinds: said } = await must(organiser(`/cycles/${id}/candidates`))
    expect(said).toContainEqual({
      kind: '厂局',
      units: 3,
      said: true,
      type: 'factory',
      level: 'works',
    })
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

describe('who is assessed, after the year has begun', () => {
  const path = () => `/cycles/${year.cycle}/assessee-corrections`
  it('is corrected with a reason, after a look at what it changes, and stays on record', async () => {
    const { id: parent } = world.units.own
    const unit = await must(organiser('/units', post({ parent, name: '晚来的镇', kind: '镇' })))
    const body = { unit: unit.id, type: 'township', reason: '新设' }
    const cycle = () => must(organiser(`/cycles/${year.cycle}`))
    const { assessees } = await cycle()
    const tried = await organiser(path(), { ...post(body), headers: { 'Dry-Run': '1' } })
    const [{ before, after }] = tried.json.groups
    expect([before, after]).toEqual([`${assessees.length} 个`, `${assessees.length + 1} 个`])
    expect((await cycle()).assessees).toHaveLength(assessees.length)
    await must(organiser(path(), post(body)))
    expect((await organiser(path(), post(body))).status).toBe(409)
    await must(organiser(path(), post({ unit: unit.id, type: null, reason: '撤销' })))
    const { assessees: rest, corrections } = await cycle()
    expect(corrections).toMatchObject([
      { name: '晚来的镇', kind: 'removed', reason: '撤销' },
      { name: '晚来的镇', kind: 'added', reason: '新设' },
    ])
    const gone = rest.find((one: { unit: string }) => one.unit === unit.id)
    expect(gone.excludedBecause).toBe('考核开始以后退出：撤销')
    await must(organiser(path(), post({ ...body, reason: '恢复' })))
  })

  it('is refused without a reason, for strangers, and as what the scheme does not know', async () => {
    const unit = world.units.child.id
    const ask = async (body: object) => (await organiser(path(), post(body))).status
    expect(await ask({ unit, type: null, reason: ' ' })).toBe(422)
    expect(await ask({ unit: world.units.parent.id, type: 'township', reason: '理由' })).toBe(422)
    expect(await ask({ unit: world.units.parent.id, type: null, reason: '理由' })).toBe(409)
    await must(organiser(path(), post({ unit, type: null, reason: '退出' })))
    expect(await ask({ unit, type: 'moon', reason: '理由' })).toBe(422)
    await must(organiser(path(), post({ unit, type: 'township', reason: '回来' })))
  })
})

describe('the page of a unit', () => {
  it('has its points and what is due in the cycle that assesses it, and its people', async () => {
    const { id } = world.units.child
    const standing = await must(organiser(`/cycles/${year.cycle}/reports/${id}/standing`))
    expect(standing.title).toBe('2017年度考核')
    expect(standing.items.map((one: { id: string }) => one.id)).toContain('models')
    expect(standing.dues.length).toBeGreaterThan(0)
    const page = await must(organiser(`/units/${id}/page`))
    expect(page.may.report).toBe(true)
    const held = page.posts.map(({ roleName }: { roleName: string }) => roleName)
    expect(held).toContain('考核对象经办人')
    const { posts, may } = await must(clerk(`/units/${id}/page`))
    expect([may.people, posts]).toEqual([false, []])
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
      ['item', '指标/new-item-1'],
      ['survey', '调查项目/new-question-1'],
    ]) {
      const body = { kind, subject: null, department: year.department }
      const { id } = await must(head(`/schemes/${year.draft}/proposals`, post(body)))
      const { trial } = await must(head(`/proposals/${id}`))
      expect(trial.check.mistakes).toEqual([])
      expect(trial.changes).toEqual([expect.objectContaining({ kind: 'added', path })])
    }
  })

  it('begins with the department as lead, and with a name that no other draft has', async () => {
    const body = { kind: 'item', subject: null, department: year.department }
    const begun = await must(head(`/schemes/${year.draft}/proposals`, post(body)))
    const { text } = await must(head(`/proposals/${begun.id}`))
    expect(text).toContain('编号: new-item-2\n')
    expect(text).toMatch(/^牵头: \[[a-z-]+\]$/m)
  })
})

const RATE = '数据:\n  - {编号: active-rate, 名称: 活跃率, 类型: 数值, 单位: "%", 填报分钟: 7}\n'
const BANDED = `编号: activity
名称: 团员活跃
${RATE}规则:
  分段:
    量: active-rate
    段:
      - {范围: 不足60%, 得: 0}
      - {范围: 60%及以上, 得: 满分}
分值: 5
`

async function drafted(text: string) {
  const body = { kind: 'item', subject: null, department: year.department }
  const { id } = await must(head(`/schemes/${year.draft}/proposals`, post(body)))
  return { id, ...(await must(head(`/proposals/${id}`, put({ text, version: 1 })))) }
}

describe('a draft that brings its data along', () => {
  it('adds them to the scheme, and what they ask of each unit', async () => {
    const { id, trial, version } = await drafted(BANDED)
    expect(trial.check.mistakes).toEqual([])
    expect(trial.changes.map((one: { path: string }) => one.path).toSorted()).toEqual([
      '指标/activity',
      '数据/active-rate',
    ])
    const { entries, minutes } = trial.check.burden
    expect([entries - trial.entriesBefore, minutes - trial.minutesBefore]).toEqual([1, 7])
    await must(head(`/proposals/${id}/handing-in`, post({ version })))
    const accept = { accept: true, version: version + 1 }
    await must(organiser(`/proposals/${id}/decision`, post(accept)))
    const { text, check } = await must(organiser(`/schemes/${year.draft}/text`))
    expect([check.readable, text.match(/活跃率/g).length]).toEqual([true, 1])
    const again = BANDED.replace('填报分钟: 7', '填报分钟: 9').replace('activity', 'activity-3')
    const next = await drafted(again)
    const path = '数据/active-rate/填报分钟'
    expect(next.trial.changes).toContainEqual(expect.objectContaining({ path }))
  })

  it('is told mistakes at the lines of the draft, wherever the data stand', async () => {
    const wrong = BANDED.replace('分值: 5', '分值: 五').replace('类型: 数值', '类型: 数字')
    const { trial } = await drafted(wrong.replaceAll('activity', 'activity-2'))
    const places = trial.check.mistakes.map(
      ({ file, line }: { file: string; line: number }) => `${file} ${line}`,
    )
    expect(places).toContain('起草的内容 4')
    expect(places).toContain('起草的内容 11')
  })

  it('tells what a draft can name, and which words the language has', async () => {
    const { around } = await must(head(`/proposals/${year.proposal}`))
    expect(around.names.party).toContainEqual({ id: 'schools', name: '团市委学校部' })
    const [first] = around.declared
    expect(first.text).toContain(`编号: ${first.id}`)
    const { item, kinds, modifiers } = await must(head('/drafting-language'))
    const keywords = item.fields.map((field: { keyword: string }) => field.keyword)
    expect(keywords).toEqual(expect.arrayContaining(['名称', '规则', '牵头', '时段']))
    expect(kinds.map((one: { keyword: string }) => one.keyword)).toContain('分段')
    expect(modifiers.map((one: { keyword: string }) => one.keyword)).toContain('上限')
  })
})

describe('the calendar', () => {
  it('tells deadlines and conflicts, by the holidays of the years that it touches', async () => {
    const { deadlines, conflicts, sources } = await must(
      organiser(`/cycles/${year.cycle}/calendar`),
    )
    expect(sources.map((one: { year: number }) => one.year)).toEqual([2017, 2018])
    const worksheets = deadlines.find(({ step }: { step: string }) => step === 'worksheets')
    expect(worksheets).toMatchObject({ due: '2018-01-26', weekday: '周五', rest: null })
    const said = conflicts.map(({ message }: { message: string }) => message).join('\n')
    expect(said).not.toContain('没有录入')
    expect(said).toContain('2017-12-31（周日，周末）')
  })
})

describe('notices', () => {
  it('go to all who take part, and each acknowledges once', async () => {
    const { notices } = await must(organiser(`/cycles/${year.cycle}/notices`))
    const names = notices[0].receipts.map(({ name }: { name: string }) => name)
    expect(names.toSorted()).toEqual(['child org', '晚来的镇'])
    expect(notices[0].receipts[0]).toMatchObject({ acknowledgedAt: null })
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

  it('take files with a report, looked into like all evidence, and served to be saved', async () => {
    const { tasks } = await must(organiser(`/plans/${year.plan}`))
    const open = tasks.filter(({ items }: { items: object[] }) => items.length === 0)
    const task = open.find(({ targets }: { targets: object[] }) => targets.length === 0) ?? open[1]
    const path = `/plans/${year.plan}/tasks/${task.id}`
    const login = { login: 'own-department-head', password: PASSWORD }
    const signedIn = await world.app.request('/api/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(login),
    })
    const Cookie = signedIn.headers.get('Set-Cookie')!.split(';', 1)[0]!
    const send = async (name: string, body: string) => {
      const address = `/api${path}/files?name=${encodeURIComponent(name)}`
      const response = await world.app.request(address, {
        method: 'POST',
        headers: { Cookie },
        body,
      })
      // The test knows the shape.
      // oxlint-disable-next-line typescript/no-explicit-any
      return { status: response.status, json: (await response.json()) as any }
    }
    const web = await send('总结.txt', '<html><script>alert(1)</script>')
    expect([web.status, web.json.faults[0].message]).toEqual([422, expect.stringContaining('网页')])
    expect((await send('a.exe', 'MZ')).status).toBe(422)
    const file = (await send('总结.txt', '已经完成')).json
    const report = { kind: 'report', text: '已完成', files: [file.id] }
    await must(head(`${path}/steps`, post(report)))
    expect((await head(`${path}/steps`, post(report))).status).toBe(422)
    const after = await must(organiser(`/plans/${year.plan}`))
    const { steps } = after.tasks.find(({ id }: { id: string }) => id === task.id)
    expect(steps.at(-1)).toMatchObject({ evidence: '总结.txt', files: [{ name: '总结.txt' }] })
    const got = await world.app.request(`/api/plan-files/${file.id}`, { headers: { Cookie } })
    expect(got.headers.get('Content-Disposition')).toContain('attachment')
    expect(await got.text()).toBe('已经完成')
    const stranger = await world.as('organiser', 'sibling')
    expect((await stranger(`/plan-files/${file.id}`)).status).toBe(404)
  })
})
