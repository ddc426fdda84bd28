import { join } from 'node:path'
import { compile } from '@kaohe/engine'
import { describe, expect, it } from 'vitest'
import type { FolderOptions } from '../../src/index.ts'
import { lint } from '../../src/lint/index.ts'
import { schemeIn } from './against.ts'

const SCHEMES = join(import.meta.dirname, '../../../../schemes')

/** What the notices leave open, by the reading that settles it: check and place. */
const OPEN = {
  'neimenggu-2020': {
    'weights-60': ['weights-missing 评价方式/indicators'],
    'lead-departments': ['department-missing 评价方式/indicators'],
    'bonus-scope': ['award-unbounded 指标/bonus-projects/规则'],
    'survey-deadline': ['deadline-order 日程/aggregate/止'],
    'grading-method': ['grades-undecided 评定/评定'],
    'sampling-rules': ['text-missing 引用文件/measures'],
    'survey-conversion': [
      'rule-missing 指标/youth-survey/规则',
      'survey-unconverted 调查项目/survey-awareness/折算',
      'survey-unconverted 调查项目/survey-satisfaction/折算',
    ],
    'ballot-method': ['ballots-undeclared 指标/debrief-review/规则/评委/方法'],
    rounding: ['rounding-undeclared 总分/舍入'],
    denominators: [
      'denominator-undeclared 数据/information-completeness/分母',
      'denominator-undeclared 数据/organisation-coverage/分母',
    ],
    'bonus-department': ['department-missing 指标/bonus-projects/牵头'],
    'in-force': ['issue-undated 发文/成文日期'],
    'texts-referred': ['text-referred 引用文件'],
    ranking: [],
  },
  'dongguan-2017': {
    'factories-party-government': ['type-without-evaluator 评价方式/party-government'],
    'several-departments': [
      'departments-uncombined 指标/congress-spirit/规则/打分/合成',
      'departments-uncombined 指标/models/规则/打分/合成',
    ],
    'weights-50': ['weights-missing 评价方式/internal'],
    'phone-conversion': [
      'rule-missing 指标/phone-interview/规则',
      'survey-unconverted 调查项目/phone-opinion/折算',
    ],
    'factory-items': [
      'item-cannot-apply 指标/youth-voice',
      'item-cannot-apply 指标/direct-contact',
    ],
    'factory-grades': ['grade-some-types 评定/适用'],
    'grading-method': ['grades-undecided 评定/评定'],
    'opinions-date': ['deadline-missing 日程/department-opinions'],
    'founded-by': ['eligibility-day-undeclared 考核对象/factory/资格/1/计至'],
    'detailed-rules': ['text-missing 引用文件/detailed-rules'],
    publication: ['selection-undefined 结果运用/publication/范围'],
    rounding: ['rounding-undeclared 总分/舍入'],
    'in-force': ['issued-late 发文/成文日期'],
    'texts-referred': ['text-referred 引用文件'],
    ranking: [],
  },
} as const

function findings(id: string, options: FolderOptions): readonly string[] {
  const { scheme, where } = schemeIn(join(SCHEMES, id), options)
  return lint(scheme!, compile(scheme!), where)
    .map(({ check, path }) => `${check} ${path}`)
    .toSorted((a, b) => (a < b ? -1 : 1))
}

function checkOf(finding: string): string | undefined {
  return finding.split(' ')[0]
}

function ordered(expected: readonly string[]): readonly string[] {
  return expected.toSorted((a, b) => (a < b ? -1 : 1))
}

/** Options that are not the adopted one. */
function othersOf(id: string): readonly (readonly [string, string])[] {
  return schemeIn(join(SCHEMES, id)).readings.flatMap((r) =>
    r.options.filter((o) => o.id !== r.adopted).map((o) => [r.id, o.id] as const),
  )
}

describe.each(Object.entries(OPEN))('what %s leaves open', (id, open) => {
  const all = Object.values(open).flat() as string[]

  it('is found in the notice as it is written, and nothing else is', () => {
    const written = findings(id, { asWritten: true })
    expect(new Set(written.map(checkOf))).toEqual(new Set(all.map(checkOf)))
    expect(written).toHaveLength(all.length)
  })

  it('is settled by the readings, and nothing is left', () => {
    expect(findings(id, {})).toEqual([])
  })

  it.each(Object.entries(open))('comes back when %s is not settled', (reading, expected) => {
    expect(findings(id, { choose: { [reading]: '不定' } })).toEqual(ordered(expected))
  })

  it('has a reading for every entry here', () => {
    const readings = schemeIn(join(SCHEMES, id)).readings.map((r) => r.id)
    expect(new Set(readings)).toEqual(new Set(Object.keys(open)))
  })

  it.each(othersOf(id))('of %s the option %s can be chosen', (reading, option) => {
    const { diagnostics } = schemeIn(join(SCHEMES, id), { choose: { [reading]: option } })
    expect(diagnostics).toEqual([])
  })
})
