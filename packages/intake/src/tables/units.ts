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

function typeOf(reader: SheetReader, row: Row, level: string | undefined): string | null {
  const { types } = reader.draft.catalogue
  const written = reader.text(row, reader.column('type')) !== ''
  const type = named(reader, row, 'type', types)
  if (type !== undefined) return type.id
  const [only, second] = types.all
  if (written || level !== undefined) return null
  if (only !== undefined && second === undefined) return only.id
  const list = types.all.map((t) => t.name).join('、')
  reader.say(
    row,
    reader.column('type'),
    fault('no-type', say('没有写类别', 'the kind of assessee is missing'), {
      expected: say(
        `请写：${list}；只提供数据的单位请写层级`,
        `one of: ${list}; units that only supply facts have a level`,
      ),
    }),
  )
  return null
}

function readUnit(reader: SheetReader, row: Row): UnitDraft | undefined {
  const name = reader.text(row, reader.column('unit'))
  const id = reader.text(row, reader.column('unit-id')) || name
  if (id === '') return undefined
  const level = named(reader, row, 'level', reader.draft.catalogue.levels)?.id
  const type = typeOf(reader, row, level)
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
  const typed = reader.text(row, reader.column('type')) !== ''
  if (type === null && (typed || level === undefined)) doubt(unit)
  const names = [
    ...otherNames(reader.text(row, reader.column('short'))),
    ...otherNames(reader.text(row, reader.column('former'))),
  ]
  return { unit, parent: reader.text(row, reader.column('parent')), otherNames: names, row, reader }
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

/** Finds the unit above each unit, once all are known; circles are refused. */
export function settleParents(drafts: readonly UnitDraft[]): void {
  const parents = new Map<string, string>()
  for (const { unit, parent, row, reader } of drafts) {
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
