import {
  addReading,
  assesseesOf,
  compareSchemes,
  evaluatorTable,
  missingToClose,
  refuseConfirmation,
  refuseProposal,
  settleReading,
  stateOf,
  strangeTypes,
  type WorkStep,
} from '@kaohe/domain'
import { readFileSync } from 'node:fs'
import { compile, type Scheme } from '@kaohe/engine'
import {
  burdenOf,
  lint,
  readPriorities,
  readScheme,
  readSchemeFolder,
  type Task,
} from '@kaohe/scheme'
import { schemePages } from '@kaohe/domain'
import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'

const file = (path: string) =>
  readFileSync(new URL(`../../../../schemes/${path}`, import.meta.url), 'utf8')

const written = (folder: string): Scheme => readScheme(file(`${folder}/scheme.yaml`)).scheme!
const clean = (folder: string): Scheme =>
  readSchemeFolder([
    { path: 'scheme.yaml', text: file(`${folder}/scheme.yaml`) },
    { path: 'readings.yaml', text: file(`${folder}/readings.yaml`) },
  ]).scheme!

describe('publishing', () => {
  const draft = { state: 'draft', proposedBy: 'a', readable: true } as const
  it('takes another person than the one who proposed', () => {
    expect(refuseConfirmation(draft, 'b')).toBeUndefined()
    expect(refuseConfirmation(draft, 'a')).toContain('另一位')
    expect(refuseConfirmation({ ...draft, proposedBy: null }, 'b')).toContain('没有人提请')
  })
  it('is for what can be read, once', () => {
    expect(refuseProposal(draft)).toBeUndefined()
    expect(refuseProposal({ ...draft, readable: false })).toContain('写错')
    expect(refuseConfirmation({ ...draft, state: 'published' }, 'b')).toContain('更正')
  })
})

describe('taking part', () => {
  const scheme = clean('dongguan-2017')
  const kinds = new Map([['厂局', 'factory']])
  const unit = (id: string, foundedOn: string | null, kind = '厂局') => ({
    id,
    name: id,
    kind,
    foundedOn,
    peerGroup: id === 'a' ? '甲组' : null,
  })
  const of = (foundedOn: string | null) =>
    assesseesOf([unit('u', foundedOn)], { kinds, units: new Map() }, scheme)[0]!

  it('is for those founded a year ago or more, the day itself included', () => {
    const day = scheme.assessees.find(({ id }) => id === 'factory')!.eligibility![0]!.countedTo!
    const year = Number(day.slice(0, 4)) - 1
    expect(of(`${year}${day.slice(4)}`).excludedBecause).toBeNull()
    expect(of(day).excludedBecause).toContain('不满1年')
    expect(of(null)).toMatchObject({ excludedBecause: null })
    expect(of(null).undecidedBecause).toContain('没有填报')
  })

  it('a single unit is mapped before its kind, and kinds that are not mapped take no part', () => {
    const units = new Map([
      ['b', { type: null, group: null }],
      ['c', { type: 'township', group: '一组' }],
    ])
    const all = [
      unit('a', '2000-01-01'),
      unit('b', null),
      unit('c', null, '镇'),
      unit('d', null, '镇'),
    ]
    const found = assesseesOf(all, { kinds, units }, scheme)
    expect(found.map((one) => [one.unit, one.type, one.group])).toEqual([
      ['a', 'factory', '甲组'],
      ['c', 'township', '一组'],
    ])
    expect(strangeTypes({ kinds: new Map([['x', 'moon']]), units: new Map() }, scheme)).toEqual([
      'moon',
    ])
  })
})

describe('who evaluates whom', () => {
  const ofFactories = (scheme: Scheme) =>
    evaluatorTable(scheme).find((one) => one.type === 'factory' && one.source === '党政评价')!

  it('says where nobody does, and what the reading made of that part', () => {
    expect(ofFactories(written('dongguan-2017')).state).toBe('open')
    expect(ofFactories(clean('dongguan-2017'))).toMatchObject({ state: 'settled', weight: '30%' })
  })

  it('has a row for every kind of assessee and every source', () => {
    for (const folder of ['dongguan-2017', 'neimenggu-2020']) {
      const scheme = clean(folder)
      expect(evaluatorTable(scheme)).toHaveLength(scheme.assessees.length * scheme.sources!.length)
    }
  })
})

describe('pages of a scheme', () => {
  it.each(['dongguan-2017', 'ganzhou-2023', 'guiyang-2021', 'neimenggu-2020'])(
    '%s: every indicator once, every finding once',
    (folder) => {
      const scheme = written(folder)
      const program = compile(scheme)
      const findings = lint(scheme, program)
      const pages = schemePages(scheme, program, findings)
      const items = pages.categories.flatMap((one) => one.items)
      expect(items.map(({ id }) => id).toSorted()).toEqual(
        scheme.items.map(({ id }) => id).toSorted(),
      )
      const told = [...pages.findings, ...items.flatMap((one) => one.findings)]
      expect(told).toHaveLength(findings.length)
      expect(burdenOf(scheme, program).entries).toBeGreaterThanOrEqual(0)
    },
  )
})

describe('what was changed', () => {
  it('says what was raised, lowered, and taken as it was', () => {
    const before = file('dongguan-2017/scheme.yaml')
    const after = before.replace('占比: 30%', '占比: 35%').replace('占比: 50%', '占比: 45%')
    const { changes, taken } = compareSchemes(readScheme(before).scheme!, readScheme(after).scheme!)
    expect(changes.map(({ path, direction }) => [path, direction])).toEqual([
      ['评价方式/party-government/占比', 'raised'],
      ['评价方式/internal/占比', 'lowered'],
    ])
    expect(taken).toHaveLength(written('dongguan-2017').items.length)
  })
})

describe('rulings', () => {
  const decided = { body: '党组会', on: '2018-01-02', reason: '照“原文”：不折算' }

  it('settle a reading and leave the others as they were', () => {
    const before = file('dongguan-2017/readings.yaml')
    const after = settleReading(before, 'factories-party-government', 'zero', decided)!
    const read = readSchemeFolder([
      { path: 'scheme.yaml', text: file('dongguan-2017/scheme.yaml') },
      { path: 'readings.yaml', text: after },
    ])
    expect(read.chosen).toMatchObject({ 'factories-party-government': 'zero', ranking: 'by-type' })
    expect(read.readings[0]!.decision).toEqual({
      who: '党组会',
      date: '2018-01-02',
      reason: decided.reason,
    })
    expect(settleReading(before, 'none', 'zero', decided)).toBeUndefined()
  })

  it('that no reading offers become one, whatever is written in them', () => {
    const said = string({ minLength: 1, unit: 'grapheme' }).filter(
      (text) => text.trim() === text && !/[\p{C}\p{Zl}\p{Zp}]/u.test(text),
    )
    assert(
      property(said, said, (question, answer) => {
        const fresh = { id: 'ruling-1', clause: '九', question, answer }
        const readings = addReading(null, 'dongguan-2017', fresh, decided)!
        const read = readSchemeFolder([
          { path: 'scheme.yaml', text: file('environment-2024/scheme.yaml') },
          { path: 'readings.yaml', text: readings.replace('dongguan-2017', 'environment-2024') },
        ])
        expect(read.diagnostics).toEqual([])
        expect(read.readings[0]).toMatchObject({ question, options: [{ note: answer }] })
      }),
      { numRuns: 15 },
    )
  })
})

describe('a task of the work points', () => {
  const { priorities } = readPriorities(file('neimenggu-2020-priorities/priorities.yaml'))
  const withTarget = (kind: string): Task =>
    priorities!.tasks.find(({ targets = [] }) => targets.length === 1 && targets[0]!.kind === kind)!
  const step = (task: Task, more: Partial<WorkStep>): WorkStep => ({
    task: task.id,
    target: 1,
    kind: 'report',
    evidence: null,
    reached: null,
    at: '2020-05-01T00:00:00Z',
    ...more,
  })

  it('of a document needs its number and where it is', () => {
    const task = withTarget('document')
    expect(missingToClose(task, [])[0]).toContain('还没有报')
    expect(missingToClose(task, [step(task, { reached: '团办发5号' })])[0]).toContain('材料')
    expect(missingToClose(task, [step(task, { reached: '团办发5号', evidence: '档案' })])).toEqual(
      [],
    )
  })

  it('with an amount needs that amount, by the last report', () => {
    const task = priorities!.tasks.find(
      ({ targets = [] }) => targets.length === 1 && targets[0]!.amount?.unit === '%',
    )!
    const low = step(task, { reached: '1%', evidence: '表' })
    const full = step(task, { reached: '100%', evidence: '表', at: '2020-06-01T00:00:00Z' })
    expect(missingToClose(task, [low])).toHaveLength(1)
    expect(missingToClose(task, [low, full])).toEqual([])
    expect(missingToClose(task, [full, { ...low, at: '2020-07-01T00:00:00Z' }])).toHaveLength(1)
  })

  it('is waiting, moving, overdue, closed, and open again', () => {
    const task = withTarget('document')
    const on = (steps: WorkStep[], today = '2020-05-01') =>
      stateOf(task, steps, today, '2020-12-31')
    expect(on([])).toBe('waiting')
    expect(on([step(task, {})])).toBe('moving')
    expect(on([step(task, {})], '2021-01-01')).toBe('overdue')
    const closing = step(task, { kind: 'closing', at: '2020-06-01T00:00:00Z' })
    expect(on([closing], '2021-01-01')).toBe('closed')
    const again = step(task, { kind: 'reopening', at: '2020-07-01T00:00:00Z' })
    expect(on([again, closing])).toBe('waiting')
  })
})
