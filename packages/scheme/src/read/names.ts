import { NAMES_OF_TYPES } from './words.ts'
import type { shape } from '@kaohe/engine'
import type { Measure } from '../expression/scope.ts'
import { distance } from '../diagnostic/nearest.ts'
import { type Scalar, type Source, itemsOf, textUnder, under } from '../source/tree.ts'

type Namespace = shape.Namespace

/** Where the ids of a namespace are declared: keywords from the root to the list. */
export type Declared = Partial<Record<Namespace, readonly string[]>>

const DECLARED: Declared = {
  level: ['层级'],
  party: ['参与方'],
  attribute: ['单位属性'],
  assessee: ['考核对象'],
  source: ['评价方式'],
  category: ['类别'],
  fact: ['数据'],
  event: ['事件'],
  item: ['指标'],
  grade: ['评定', '等次'],
  step: ['日程'],
  text: ['引用文件'],
}

/** What each namespace is called in messages. */
export const NAMESPACE_WORDS: Readonly<Record<Namespace, string>> = {
  level: '层级',
  party: '参与方',
  attribute: '单位属性',
  assessee: '考核对象',
  source: '评价方式',
  category: '类别',
  fact: '数据',
  event: '事件',
  eventAttribute: '事件属性',
  item: '指标',
  grade: '等次',
  step: '日程步骤',
  text: '引用文件',
  requirement: '要求',
  task: '任务',
  reading: '口径',
  peerGroup: '分组',
}

type Declarations = ReadonlyMap<string, Scalar>

/** Every id that a scheme file declares, with where; and what expressions may measure. */
export interface Names {
  readonly ids: Readonly<Record<string, Declarations>> & { readonly item: Declarations }
  readonly facts: ReadonlyMap<string, Measure>
  readonly attributes: ReadonlyMap<string, Measure>
  readonly events: ReadonlyMap<string, ReadonlyMap<string, Measure>>
}

/** What stands under a keyword, or under the unknown word that is nearest to it. */
function nearUnder(node: Source | undefined, keyword: string): Source | undefined {
  if (node?.is !== 'mapping') return undefined
  const exact = under(node, keyword)
  if (exact) return exact
  return node.pairs.find((pair) => distance(pair.key.text, keyword) === 1)?.value
}

function listAt(root: Source, path: readonly string[]): readonly Source[] {
  return itemsOf(path.reduce<Source | undefined>(nearUnder, root))
}

function idsOf(items: readonly Source[]): Map<string, Scalar> {
  const ids = new Map<string, Scalar>()
  for (const item of items) {
    const id = under(item, '编号')
    if (id?.is === 'scalar' && id.text !== '' && !ids.has(id.text)) ids.set(id.text, id)
  }
  return ids
}

function measureOf(node: Source): Measure {
  const words = itemsOf(under(node, '选项')).flatMap((word) =>
    word.is === 'scalar'
      ? word.inFlow && word.style === 'plain'
        ? word.text.split(/[，、]\s*/)
        : [word.text]
      : [],
  )
  const type = NAMES_OF_TYPES[textUnder(node, '类型') ?? ''] ?? 'unknown'
  return {
    id: textUnder(node, '编号') ?? '',
    name: textUnder(node, '名称') ?? '',
    type: type === 'choice' && words.length === 0 ? 'unknown' : type,
    unit: textUnder(node, '单位'),
    words,
  }
}

// The first of two declarations with one id counts; the second is reported on its own.
function measures(items: readonly Source[]): Map<string, Measure> {
  const found = new Map<string, Measure>()
  for (const one of items.map(measureOf))
    if (one.id !== '' && !found.has(one.id)) found.set(one.id, one)
  return found
}

/** Collects what a scheme declares before anything in it is checked, so that order does not matter. */
export function collectNames(root: Source, declared: Declared = DECLARED): Names {
  const lists = Object.entries(declared).map(
    ([namespace, path]) => [namespace, idsOf(listAt(root, path))] as const,
  )
  const events = listAt(root, ['事件']).map(
    (event) => [textUnder(event, '编号') ?? '', measures(itemsOf(under(event, '属性')))] as const,
  )
  return {
    ids: { item: new Map(), ...Object.fromEntries(lists) },
    facts: measures(listAt(root, ['数据'])),
    attributes: measures(listAt(root, ['单位属性'])),
    events: new Map(events),
  }
}
