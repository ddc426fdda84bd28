import { type FileText, loadSource } from '@kaohe/scheme'
import { Refusal } from '../command.ts'
import type { Difference } from './difference.ts'
import { type PlainRecord, isRecord, plainOf } from './plain.ts'

export interface CaseOutcome {
  readonly file: string
  readonly name: string
  readonly differences: readonly Difference[]
}

/** The keys of a case, in the order in which it is written. */
export const CASE_KEYS = [
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

/** The cases of one file. @throws Refusal when the file cannot be understood */
export function casesIn(file: FileText): PlainRecord[] {
  const { tree, problems } = loadSource(file.path, file.text, new Set(CASE_KEYS))
  const [problem] = problems
  if (tree === undefined || problem !== undefined)
    throw new Refusal(`${file.path}：不是可读的 YAML。`)
  const plain = plainOf(tree)
  return (Array.isArray(plain) ? plain : [plain]).map((one, i) => {
    if (!isRecord(one)) throw new Refusal(`${file.path} 第 ${i + 1} 个算例：应是“键: 值”的内容。`)
    return one
  })
}

/** Runs one case; what refuses it is told as a difference, so that the others still run. */
export function outcomeOf(
  file: string,
  record: PlainRecord,
  run: (record: PlainRecord) => readonly Difference[],
): CaseOutcome {
  const name = typeof record.名称 === 'string' ? record.名称 : '（没有名称）'
  try {
    return { file, name, differences: run(record) }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const refused = { unit: '', what: '算例', expected: '能够计算', found: error.message }
    return { file, name, differences: [refused] }
  }
}
