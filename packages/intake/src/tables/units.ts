import { DATA_ONLY_WORDS } from '@kaohe/documents'
import type { Unit, Value } from '@kaohe/engine'
import type { Row } from '../grid/index.ts'
import { declaredAttribute, type Register } from '../names/index.ts'
import { fault, say } from '../report/index.ts'
import { tidy } from '../value/index.ts'
import { doubt } from './level.ts'
import type { SheetReader } from './sheet-reader.ts'

/** A unit read, with what cannot be resolved before all units are known. */
export interface UnitDraft {
  readonly unit: Unit
  readonly parent: string
  readonly otherNames: readonly string[]
  /** Whether its kind was not written, and is the only one there is. */
  readonly assumed: boolean
  readonly row: Row
  readonly reader: SheetReader
}

type Named = { readonly id: string; readonly name: string }

function named<T extends Named>(
  reader: SheetReader,
  row: Row,
  column: 'type' | 'level',
  from: Register<T>,
): T | undefined {
  const found = reader.text(row, reader.column(column))
  if (found === '') return undefined
  const one = from.find(found)
  if (one !== undefined) return one
  const nearest = from.nearest(found)
  const list = from.all.map((t) => t.name).join('、')
  const why =
    column === 'type'
      ? say('方案里没有这类考核对象', 'no such kind of assessee')
      : say('方案里没有这个层级', 'no such level')
  reader.say(
    row,
    reader.column(column),
    fault(`unknown-${column}`, why, {
      found,
      expected: say(`可以写：${list}`, `one of: ${list}`),
      ...(nearest === undefined ? {} : { nearest }),
    }),
  )
  return undefined
}

function attributesOf(reader: SheetReader, row: Row): Record<string, Value> {
  const attributes: Record<string, Value> = {}
  for (const column of reader.plan.columns) {
    if (column.meaning.column !== 'attribute') continue
    const declared = reader.draft.catalogue.attributes.find(column.meaning.id)
    const value =
      declared === undefined ? undefined : reader.value(row, column, declaredAttribute(declared))
    if (value !== undefined && declared !== undefined) attributes[declared.id] = value
  }
  return attributes
}

const otherNames = (text: string): string[] =>
  text
    .split(/[、，,;；\n]/)
    .map(tidy)
    .filter((n) => n !== '')

function complainNoType(reader: SheetReader, row: Row): void {
  const list = reader.draft.catalogue.types.all.map((t) => t.name).join('、')
  const [word] = DATA_ONLY_WORDS
  reader.say(
    row,
    reader.column('type'),
    fault('no-type', say('没有写类别', 'the kind of assessee is missing'), {
      expected: say(
        `请写：${list}；不考核、只提供数据的单位写“${word}”，或写层级`,
        `one of: ${list}; a unit that only supplies facts is ${word}, or has a level`,
      ),
    }),
  )
}

interface Kind {
  readonly type: string | null
  /** True where nothing was written and the scheme has no other kind. */
  readonly assumed?: true
  /** True where the kind is missing or unknown, which has been told. */
  readonly doubtful?: true
}

function kindOf(reader: SheetReader, row: Row, level: string | undefined): Kind {
  const { types } = reader.draft.catalogue
  const word = reader.text(row, reader.column('type'))
  const dataOnly = DATA_ONLY_WORDS.some((one) => one === word) && types.find(word) === undefined
  if (dataOnly) return { type: null }
  const type = named(reader, row, 'type', types)
  if (type !== undefined) return { type: type.id }
  if (word !== '') return { type: null, doubtful: true }
  if (level !== undefined) return { type: null }
  const [only, second] = types.all
  if (only !== undefined && second === undefined) return { type: only.id, assumed: true }
  complainNoType(reader, row)
  return { type: null, doubtful: true }
}

function readUnit(reader: SheetReader, row: Row): UnitDraft | undefined {
  const name = reader.text(row, reader.column('unit'))
  const id = reader.text(row, reader.column('unit-id')) || name
  if (id === '') return undefined
  const level = named(reader, row, 'level', reader.draft.catalogue.levels)?.id
  const { type, assumed, doubtful } = kindOf(reader, row, level)
  const group = reader.text(row, reader.column('group'))
  const own = level ?? reader.draft.catalogue.types.find(type ?? '')?.level
  const unit: Unit = {
    id,
    name: name || id,
    type,
    attributes: attributesOf(reader, row),
    ...(own === undefined ? {} : { level: own }),
    ...(group === '' ? {} : { group }),
  }
  if (doubtful === true) doubt(unit)
  const names = [
    ...otherNames(reader.text(row, reader.column('short'))),
    ...otherNames(reader.text(row, reader.column('former'))),
  ]
  const parent = reader.text(row, reader.column('parent'))
  return { unit, parent, otherNames: names, assumed: assumed === true, row, reader }
}

/** Reads the sheet 单位. Units above are resolved later, by `settleParents`. */
export function readUnits(reader: SheetReader): UnitDraft[] {
  const { directory } = reader.draft
  const read: UnitDraft[] = []
  for (const row of reader.rows()) {
    const draft = readUnit(reader, row)
    if (draft === undefined) continue
    const before = directory.byId(draft.unit.id)
    if (before === undefined) {
      directory.add(draft.unit, draft.otherNames)
      read.push(draft)
    } else
      reader.say(
        row,
        reader.column('unit-id') ?? reader.column('unit'),
        fault(
          'unit-twice',
          say(`与“${before.name}”的编号相同`, `the same identifier as “${before.name}”`),
          {
            found: draft.unit.id,
            expected: say('每个单位的编号不能相同', 'every unit has its own identifier'),
          },
        ),
      )
  }
  return read
}

/**
 * Finds the unit above each unit, once all are known; circles are refused. A unit below one of the
 * only kind there is hardly is of that kind too: it must be written.
 */
export function settleParents(drafts: readonly UnitDraft[]): void {
  const parents = new Map<string, string>()
  for (const { unit, parent, assumed, row, reader } of drafts) {
    if (parent === '') continue
    const above = reader.take(row, reader.column('parent'), reader.draft.directory.find(parent))
    if (above === undefined) continue
    parents.set(unit.id, above.id)
    if (circles(unit.id, parents))
      reader.say(
        row,
        reader.column('parent'),
        fault('parent-circle', say('上级绕成了圈', 'the units above form a circle'), {
          found: parent,
        }),
      )
    if (assumed && above.type === unit.type) {
      complainNoType(reader, row)
      doubt(unit)
    }
    Object.assign(unit, { parent: above.id })
  }
}

function circles(start: string, parents: ReadonlyMap<string, string>): boolean {
  let at = parents.get(start)
  for (let steps = 0; at !== undefined && steps <= parents.size; steps += 1) {
    if (at === start) return true
    at = parents.get(at)
  }
  return false
}
