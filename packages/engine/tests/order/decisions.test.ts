import { describe, expect, it } from 'vitest'
import type { Consequence, Cut, Decision, Grading, Override } from '../../src/model/index.ts'
import { conclude } from '../../src/order/conclude.ts'
import { mattersOf } from '../../src/order/decision.ts'
import type { Outcome } from '../../src/order/standing.ts'
import { date, num, scheme, standing, unit } from './make.ts'

const ranking = { peers: 'all', ties: 'competition' } as Outcome['ranking']
const parties = [{ id: 'secretaries', name: '书记会', role: 'secretary' }] as Outcome['parties']
const grades = [
  { id: 'good', name: '好' },
  { id: 'fair', name: '一般' },
  { id: 'poor', name: '差' },
]
const byMeeting = { by: 'meeting', body: 'secretaries', grades } as unknown as Grading

function decision(of: string, on: string, value: Decision['value']): Decision {
  return { unit: of, on, value, body: 'secretaries', date: '2024-01-20', number: '团发〔2024〕3号' }
}

function concluded(
  totals: readonly number[],
  decisions: readonly Decision[],
  more: Partial<Outcome>,
  held: readonly ('yes' | 'no')[] = [],
) {
  const standings = totals.map((total, i) => standing(`u${i + 1}`, total, { overrides: held }))
  const past = { history: [], lineage: [], decisions }
  return conclude(scheme({ ranking, parties, ...more }), standings, past)
}

describe('a grade that a meeting sets', () => {
  it('is what was decided, told with who, when and by what paper', () => {
    const [a, b] = concluded([90, 80], [decision('u1', 'grade', 'fair')], { grading: byMeeting })
    expect(a).toMatchObject({
      grade: 'fair',
      gradeReasons: ['书记会2024-01-20决定（团发〔2024〕3号）评为一般'],
    })
    expect(a?.decisions).toMatchObject([{ matter: '等次', value: '一般', used: true, note: '' }])
    expect(b).toMatchObject({
      grade: undefined,
      gradeReasons: ['等次由会议评定（书记会），不由得分算出'],
      decisions: [],
    })
  })

  it('stands under vetoes all the same', () => {
    const veto = { id: 'v', name: '重大事故', atMost: 'poor' } as Override
    const [a] = concluded(
      [90],
      [decision('u1', 'grade', 'good')],
      { grading: byMeeting, overrides: [veto] },
      ['yes'],
    )
    expect(a).toMatchObject({ grade: 'poor', vetoes: ['v'] })
  })

  it('is not taken from people where the score sets it, and that is told', () => {
    const line = { ...byMeeting, by: 'line' } as Grading
    const [a] = concluded([90], [decision('u1', 'grade', 'good')], { grading: line })
    expect(a?.decisions).toMatchObject([{ used: false, note: '方案没有把这件事留给人决定' }])
  })

  it('is not taken where the scheme has no such grade', () => {
    const [a] = concluded([90], [decision('u1', 'grade', 'splendid')], { grading: byMeeting })
    expect(a).toMatchObject({ grade: undefined })
    expect(a?.decisions).toMatchObject([{ used: false, note: '方案里没有这样的决定' }])
  })

  it('lets consequences that go by it be decided', () => {
    const praise = { id: 'x', name: '表彰', measure: 'commend', who: { grades: ['good'] } }
    const more = { grading: byMeeting, consequences: [praise as unknown as Consequence] }
    const met = (all: readonly Decision[]) => concluded([90], all, more)[0]?.consequences[0]?.met
    expect(met([])).toBe('undecided')
    expect(met([decision('u1', 'grade', 'good')])).toBe('yes')
    expect(met([decision('u1', 'grade', 'poor')])).toBe('no')
  })
})

describe('an order among units level on a cut', () => {
  const seats = { number: 2, ties: 'meeting' } as Cut
  const quota = {
    by: 'quota',
    grades: [{ id: 'good', name: '好', quota: seats }, grades[1]],
  } as unknown as Grading
  const gradesIn = (all: readonly Decision[]) =>
    concluded([90, 80, 80, 70], all, { grading: quota }).map((c) => c.grade ?? '?')

  it('says who takes the last place; who is not named stands behind', () => {
    expect(gradesIn([])).toEqual(['good', '?', '?', 'fair'])
    expect(gradesIn([decision('u3', 'grade-tie:good', 1)])).toEqual([
      'good',
      'fair',
      'good',
      'fair',
    ])
  })

  it('is of no use where nobody stands level, and that is told', () => {
    const found = concluded([90, 80, 80, 70], [decision('u4', 'grade-tie:good', 1)], {
      grading: quota,
    })
    expect(found.map((c) => c.grade ?? '?')).toEqual(['good', '?', '?', 'fair'])
    expect(found[3]?.decisions).toMatchObject([{ matter: '等次同分：好', used: false }])
  })

  it('leaves open what two units of the same place share', () => {
    const both = ['u2', 'u3'].map((of) => decision(of, 'grade-tie:good', 1))
    expect(gradesIn(both)).toEqual(['good', '?', '?', 'fair'])
  })

  it.each([
    ['top', ['yes', 'no', 'yes', 'no']],
    ['bottom', ['no', 'yes', 'no', 'yes']],
  ])('decides the %s of a consequence', (end, expected) => {
    const who = { [end]: seats }
    const talk = { id: 'x', name: '约谈', measure: 'talk', who } as unknown as Consequence
    const found = concluded([90, 80, 80, 70], [decision('u3', 'tie:x', 1)], {
      consequences: [talk],
    })
    expect(found.map((c) => c.consequences[0]?.met)).toEqual(expected)
    expect(found[2]?.decisions).toMatchObject([{ value: '先后第1', used: true }])
    expect(found[2]?.consequences[0]?.reasons.at(-1)).toBe(
      '书记会2024-01-20决定（团发〔2024〕3号）同分先后第1',
    )
  })
})

describe('a consequence that people grant', () => {
  const first = { number: 1, ties: 'all-in' } as Cut
  const of = (more: Partial<Consequence>) =>
    ({ id: 'x', name: '推荐', measure: 'recommend', ...more }) as Consequence
  const met = (c: Consequence, all: readonly Decision[]) =>
    concluded([90, 80], all, { consequences: [c] }).map((one) => one.consequences[0]?.met)
  const byBody = of({ who: { top: first } as Consequence['who'], body: 'secretaries' })
  const inWords = of({ who: { wording: '表现突出的' } as Consequence['who'] })

  it('is advice until it is decided, and then what was decided', () => {
    expect(met(byBody, [])).toEqual(['yes', 'no'])
    expect(met(byBody, [decision('u1', 'consequence:x', false)])).toEqual(['no', 'no'])
  })

  it('cannot reach a unit outside the range of the scheme', () => {
    const all = [decision('u2', 'consequence:x', true)]
    expect(met(byBody, all)).toEqual(['yes', 'no'])
    const [, second] = concluded([90, 80], all, { consequences: [byBody] })
    expect(second?.decisions).toMatchObject([{ used: false, note: '不在这条结果运用的范围内' }])
  })

  it('is decided unit by unit where the scheme says whom only in words', () => {
    expect(met(inWords, [])).toEqual(['undecided', 'undecided'])
    expect(met(inWords, [decision('u1', 'consequence:x', true)])).toEqual(['yes', 'undecided'])
    expect(met(inWords, [decision('u1', 'consequence:x', false)])).toEqual(['no', 'undecided'])
  })

  it('is not taken from people where the scheme leaves it to none', () => {
    const plain = of({ who: { top: first } as Consequence['who'] })
    expect(met(plain, [decision('u1', 'consequence:x', false)])).toEqual(['yes', 'no'])
  })

  it('waits for what the range itself still leaves open', () => {
    const line = { from: { at: { value: num(85) }, inclusive: undefined }, text: '85分以上' }
    const open = of({ who: { line } as unknown as Consequence['who'], body: 'secretaries' })
    const found = concluded([85], [decision('u1', 'consequence:x', true)], { consequences: [open] })
    expect(found[0]?.consequences[0]?.met).toBe('undecided')
  })
})

describe('decisions', () => {
  it('on a unit that takes no part are of no use', () => {
    const eligibility = [{ attribute: 'founded', years: 1, countedTo: '2023-12-31' }]
    const assessees = [{ id: 'town', name: '乡镇', eligibility }] as unknown as Outcome['assessees']
    const late = standing('a', 90, {
      unit: unit('a', { attributes: { founded: date('2023-06-01') } }),
    })
    const past = { history: [], lineage: [], decisions: [decision('a', 'grade', 'good')] }
    const [found] = conclude(scheme({ assessees, grading: byMeeting, parties }), [late], past)
    expect(found?.decisions).toMatchObject([{ used: false, note: '不参加考核' }])
  })

  it('are asked for where the scheme leaves something to people, and nowhere else', () => {
    const ons = (more: Partial<Outcome>) => mattersOf(scheme(more)).map(({ on }) => on)
    const tied = { number: 1, ties: 'meeting' } as Cut
    const consequences = [
      { id: 'a', name: '甲', measure: 'talk', who: { top: tied } },
      { id: 'b', name: '乙', measure: 'talk', body: 'secretaries' },
      { id: 'c', name: '丙', measure: 'talk', who: { wording: '突出的' } },
      { id: 'd', name: '丁', measure: 'talk', who: { all: true, wording: '突出的' } },
    ] as unknown as Consequence[]
    expect(ons({ consequences })).toEqual(['tie:a', 'consequence:b', 'consequence:c'])
    expect(ons({ grading: byMeeting })).toEqual(['grade'])
    const quota = { by: 'quota', grades: [{ id: 'good', name: '好', quota: tied }] }
    expect(ons({ grading: quota as unknown as Grading })).toEqual(['grade-tie:good'])
    expect(ons({ grading: { ...quota, by: 'line' } as unknown as Grading })).toEqual([])
  })
})
