import { compile, evaluate } from '@kaohe/engine'
import { readFacts } from '@kaohe/intake'
import { type FileText, UNSETTLED, loadSource, readSchemeFolder } from '@kaohe/scheme'
import { Refusal } from '../command.ts'
import { type Difference, compareUnit } from './compare.ts'
import { datasetOfCase } from './expand.ts'
import {
  type Plain,
  type PlainRecord,
  isRecord,
  onlyKeys,
  plainOf,
  recordAt,
  textAt,
} from './plain.ts'

const KEYS = [
  '名称',
  '条款',
  '口径',
  '单位',
  '数据',
  '上年数据',
  '事件',
  '未报',
  '历年',
  '沿革',
  '期望',
  '算式',
]

export interface CaseOutcome {
  readonly file: string
  readonly name: string
  readonly differences: readonly Difference[]
}

/** The choice of readings of a case: see the format of cases in the language reference. */
function readingsOf(choice: Plain | undefined, all: readonly string[]) {
  if (choice === '原文') return { asWritten: true }
  const { 默认: fallback, ...named } = recordAt(choice, '口径')
  const choose = Object.entries(named).map(([id, option]) => [id, textAt(option, id)] as const)
  const rest = fallback === '不定' ? all.map((id) => [id, UNSETTLED] as const) : []
  return { choose: Object.fromEntries([...rest, ...choose]) }
}

function readChosen(
  files: readonly FileText[],
  main: string,
  choice: Plain | undefined,
  all: readonly string[],
) {
  const read = readSchemeFolder(files, { main, ...readingsOf(choice, all) })
  if (read.scheme === undefined)
    throw new Refusal(
      read.diagnostics.map((d) => `${d.file}:${d.line}:${d.column} ${d.message}`).join('\n'),
    )
  return read.scheme
}

function runCase(
  record: PlainRecord,
  files: readonly FileText[],
  main: string,
  all: readonly string[],
): Difference[] {
  onlyKeys(record, KEYS, textAt(record.名称, '名称'))
  const scheme = readChosen(files, main, record.口径, all)
  const json = JSON.stringify(datasetOfCase(record, scheme))
  const { dataset, diagnostics } = readFacts(
    [{ path: 'case.json', bytes: new TextEncoder().encode(json) }],
    scheme,
  )
  if (dataset === undefined)
    throw new Refusal(
      diagnostics
        .filter((d) => d.severity === 'error')
        .map((d) => d.message)
        .join('\n'),
    )
  const evaluation = evaluate(compile(scheme), dataset)
  return Object.entries(recordAt(record.期望, '期望')).flatMap(([unit, expected]) =>
    compareUnit(recordAt(expected, unit), evaluation.result(unit)),
  )
}

/** The cases of one file. @throws Refusal when the file cannot be understood */
export function casesIn(file: FileText): PlainRecord[] {
  const { tree, problems } = loadSource(file.path, file.text, new Set(KEYS))
  if (tree === undefined || problems.length > 0)
    throw new Refusal(`${file.path}：不是可读的 YAML。`)
  const plain = plainOf(tree)
  return (Array.isArray(plain) ? plain : [plain]).map((one, i) => {
    if (!isRecord(one)) throw new Refusal(`${file.path} 第 ${i + 1} 个算例：应是“键: 值”的内容。`)
    return one
  })
}

/** Runs one case; what refuses it is told as a difference, so that the others still run. */
export function outcomeOf(
  file: FileText,
  record: PlainRecord,
  files: readonly FileText[],
  main: string,
  readings: readonly string[],
): CaseOutcome {
  const name = typeof record.名称 === 'string' ? record.名称 : '（没有名称）'
  try {
    return { file: file.path, name, differences: runCase(record, files, main, readings) }
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error)
    return {
      file: file.path,
      name,
      differences: [{ unit: '', what: '算例', expected: '能够计算', found }],
    }
  }
}
