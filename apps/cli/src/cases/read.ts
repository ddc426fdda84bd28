import { type FileText, type Language, type Source, loadSource, placeOf, tell } from '@kaohe/scheme'
import { Refusal, type Words } from '../refusal.ts'
import type { Difference } from './difference.ts'
import { CaseFault } from './fault.ts'
import { type PlainRecord, isRecord, plainOf } from './plain.ts'

export interface CaseOutcome {
  readonly file: string
  readonly name: string
  readonly differences: readonly Difference[]
  /** Why the case could not be computed at all. */
  readonly refused?: Words
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
  '决定',
  '期望',
  '算式',
]

type Problem = ReturnType<typeof loadSource>['problems'][number]

/** Keys written twice in one mapping, of which YAML would silently keep one. */
function duplicates(source: Source): Problem[] {
  if (source.is === 'scalar') return []
  if (source.is === 'sequence') return source.items.flatMap(duplicates)
  const keys = source.pairs.map(({ key }) => key.text)
  const twice = source.pairs.filter(({ key }, i) => keys.indexOf(key.text) < i)
  const here = twice.map(
    ({ key }): Problem => ({
      code: 'duplicate-key',
      at: key,
      found: key.text,
      detail: String(placeOf(firstOf(source, key.text)).line),
    }),
  )
  return [...here, ...source.pairs.flatMap(({ value }) => duplicates(value))]
}

function firstOf(source: Extract<Source, { is: 'mapping' }>, word: string): Source {
  return source.pairs.find(({ key }) => key.text === word)?.key ?? source
}

/** The cases of one file. @throws Refusal with file, line and column when it cannot be understood */
export function casesIn(file: FileText, language: Language = 'zh'): PlainRecord[] {
  const { tree, problems } = loadSource(file.path, file.text, new Set(CASE_KEYS))
  const all = [...problems, ...(tree === undefined ? [] : duplicates(tree))]
  if (tree === undefined || all.length > 0) {
    const told = all.map((problem) => tell(problem, language))
    throw new Refusal(told.map((d) => `${d.file}:${d.line}:${d.column} ${d.message}`).join('\n'))
  }
  const plain = plainOf(tree)
  return (Array.isArray(plain) ? plain : [plain]).map((one, i) => {
    if (isRecord(one)) return one
    const words = {
      zh: `${file.path} 第 ${i + 1} 个算例：应是“键: 值”的内容。`,
      en: `${file.path}, case ${i + 1}: keys with values are needed.`,
    }
    throw new Refusal(words[language])
  })
}

/** Runs one case; what refuses it is told of it alone, so that the others still run. */
export function outcomeOf(
  file: string,
  record: PlainRecord,
  run: (record: PlainRecord) => readonly Difference[],
): CaseOutcome {
  const name = typeof record.名称 === 'string' ? record.名称 : '—'
  try {
    return { file, name, differences: run(record) }
  } catch (error) {
    if (error instanceof CaseFault) return { file, name, differences: [], refused: error.words }
    throw error
  }
}
