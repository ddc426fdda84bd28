import type { Draft } from '../draft/draft.ts'
import { fault, say } from '../report/index.ts'
import { tooDeepAt } from './depth.ts'
import { readDecisionList } from './decisions.ts'
import { readEventList, readFactList, readHistoryList, readLineageList, unitOf } from './entries.ts'
import { KEYS } from './keys.ts'
import { lineAt } from './locate.ts'
import { JsonFile, JsonNode } from './node.ts'
import { lookUp, readUnits, settleParents } from './units.ts'

function complainSyntax(from: JsonFile, text: string, error: SyntaxError): void {
  const position = /position (\d+)/.exec(error.message)?.[1]
  const offset = position === undefined ? text.trimEnd().length : Number(position)
  const found = text.slice(offset, offset + 12)
  const expected = say('请检查这里的逗号、引号和括号', 'check commas, quotes and brackets here')
  const what =
    found === ''
      ? say('不是合格的 JSON，到此中断', 'not sound JSON: it breaks off here')
      : say('不是合格的 JSON', 'not sound JSON')
  from.draft.report.add(
    { file: from.file, ...lineAt(text, offset) },
    fault('bad-json', what, found === '' ? { expected } : { found, expected }),
  )
}

function complainDeep(from: JsonFile, text: string, offset: number): void {
  from.draft.report.add(
    { file: from.file, ...lineAt(text, offset) },
    fault('bad-json', say('嵌套太深，不是考核数据', 'nested too deeply for a dataset'), {
      expected: say('请按数据格式重新生成', 'write it anew in the form of a dataset'),
    }),
  )
}

function parse(from: JsonFile, text: string): JsonNode | undefined {
  const deep = tooDeepAt(text)
  if (deep !== undefined) {
    complainDeep(from, text, deep)
    return undefined
  }
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    complainSyntax(from, text, error)
    return undefined
  }
  const other = whatElse(value)
  if (other === undefined) return JsonNode.of(from, [], value, KEYS.root)
  from.draft.report.add({ file: from.file }, other)
  return undefined
}

// What the tool itself writes is easily given for what it reads.
function whatElse(value: unknown) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const [result, proofs] = ['scheme' in value && 'units' in value, 'proofs' in value]
  if (!result && !proofs) return undefined
  const why = result
    ? say('这是算出的结果，不是数据', 'this is a result, not facts')
    : say('这是得分说明，不是数据', 'these are explanations, not facts')
  const expected = say(
    '请交填报的数据：工作簿、CSV，或写着 units、facts、events 的 JSON',
    'give facts: a workbook, CSV, or JSON with units, facts and events',
  )
  return fault('not-facts', why, { expected })
}

function readReported(root: JsonNode): void {
  const { draft } = root.from
  const { events } = draft.catalogue
  root.texts('reported').forEach((found, i) => {
    const event = events.find(found)
    const nearest = events.nearest(found)
    if (event !== undefined) draft.reported.add(event.id)
    else
      root.from.say(
        ['reported', i],
        fault('unknown-event', say('方案里没有这种事件', 'the scheme has no such event'), {
          found,
          ...(nearest === undefined ? {} : { nearest }),
        }),
      )
  })
  for (const node of root.list('pending', KEYS.pending)) {
    const unit = unitOf(node)
    const event = lookUp(node, 'event', events, 'unknown-event')
    if (unit !== undefined && event !== undefined)
      draft.pending.set(`${event.id} ${unit.id}`, { unit: unit.id, event: event.id })
  }
}

/** Opens datasets written as JSON. */
export function openJson(
  files: readonly { readonly file: string; readonly text: string }[],
  draft: Draft,
): readonly JsonNode[] {
  return files
    .map(({ file, text }) => parse(new JsonFile(file, text, draft), text))
    .filter((r) => r !== undefined)
}

/** Reads the units of all files. */
export function readJsonUnits(roots: readonly JsonNode[]): void {
  settleParents(roots.flatMap(readUnits))
}

/** Reads the entries of the same files, once the units of workbooks are known too. */
export function readJsonEntries(roots: readonly JsonNode[]): void {
  roots.forEach(readLineageList)
  for (const root of roots) {
    readFactList(root, 'facts')
    readFactList(root, 'previous')
    readEventList(root)
    readReported(root)
    readHistoryList(root)
    readDecisionList(root)
  }
}
