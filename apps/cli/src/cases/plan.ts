import type { Scheme } from '@kaohe/engine'
import {
  type Coverage,
  type Priorities,
  type Reached,
  coverage,
  taskStatuses,
  withPlanData,
} from '@kaohe/scheme'
import { datasetIn } from './dataset.ts'
import type { Difference } from './difference.ts'
import { type Plain, type PlainRecord, listAt, onlyKeys, recordAt, textAt } from './plain.ts'
import { CASE_KEYS } from './read.ts'

const WORDS: Readonly<Record<Reached, string>> = { yes: '达到', no: '未达到', unknown: '待定' }
const EXPECTED = ['任务', '覆盖', '没有指标', '照不到']

// Of units of an assessed level the case need not say that they are assessed.
function withTypes(record: PlainRecord, scheme: Scheme): PlainRecord {
  const units = listAt(record.单位, '单位').map((entry, i) => {
    const unit = recordAt(entry, `单位第${i + 1}个`)
    const type = scheme.assessees.find((a) => a.level !== undefined && a.level === unit.层级)?.id
    return unit.类别 !== undefined || type === undefined ? unit : { ...unit, 类别: type }
  })
  return { ...record, 单位: units }
}

function statuses(record: PlainRecord, plan: Priorities, scheme: Scheme): Difference[] {
  const wanted = Object.entries(recordAt(record.任务, '任务'))
  if (wanted.length === 0) return []
  const dataset = datasetIn(withTypes(record, scheme), withPlanData(scheme, plan))
  const found = new Map(
    taskStatuses(plan, dataset).map((s) => [`${s.task.point}/${s.task.id}`, WORDS[s.reached]]),
  )
  return wanted.flatMap(([path, word]) => {
    const [expected, is] = [textAt(word, path), found.get(path) ?? '没有这项任务']
    return expected === is ? [] : [{ unit: '', what: `任务/${path}`, expected, found: is }]
  })
}

function indicators(expected: Plain | undefined, covered: Coverage): Difference[] {
  return Object.entries(recordAt(expected, '覆盖')).flatMap(([path, list]) => {
    const wanted = listAt(list, path)
      .map((v) => textAt(v, path))
      .join('、')
    const task = covered.tasks.find((t) => t.path === path)
    const found = task?.items.map((i) => i.item).join('、') ?? '没有这项任务'
    return wanted === found ? [] : [{ unit: '', what: `覆盖/${path}`, expected: wanted, found }]
  })
}

function among(
  what: string,
  expected: Plain | undefined,
  found: readonly { readonly path: string }[],
): Difference[] {
  const paths = new Set(found.map((t) => t.path))
  return listAt(expected, what)
    .map((v) => textAt(v, what))
    .filter((path) => !paths.has(path))
    .map((path) => ({ unit: '', what: `${what}/${path}`, expected: '在内', found: '不在内' }))
}

/** What comes out of a case of work points otherwise than it expects. */
export function runPlanCase(record: PlainRecord, plan: Priorities, scheme: Scheme): Difference[] {
  onlyKeys(record, CASE_KEYS, textAt(record.名称, '名称'))
  const expected = recordAt(record.期望, '期望')
  onlyKeys(expected, EXPECTED, '期望')
  const covered = coverage(plan, scheme)
  return [
    ...statuses({ ...record, 任务: expected.任务 ?? {} }, plan, scheme),
    ...indicators(expected.覆盖, covered),
    ...among('没有指标', expected.没有指标, covered.uncovered),
    ...among('照不到', expected.照不到, covered.outOfReach),
  ]
}
