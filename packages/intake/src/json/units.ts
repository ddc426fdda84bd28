import type { Unit, Value } from '@kaohe/engine'
import { declaredAttribute, type Register } from '../names/index.ts'
import { fault, say } from '../report/index.ts'
import { readValue } from '../value/index.ts'
import type { Declared } from '../value/value.ts'
import { doubt } from '../tables/level.ts'
import { KEYS } from './keys.ts'
import { JsonNode } from './node.ts'

type Named = { readonly id: string; readonly name: string }
type Attributes = Record<string, Value>

/** Looks a name up; an unknown one is reported with the nearest. */
export function lookUp<T extends Named>(
  node: JsonNode,
  key: string,
  from: Register<T>,
  code: string,
): T | undefined {
  const found = node.text(key)
  const one = from.find(found)
  if (one !== undefined || found === '') return one
  const nearest = from.nearest(found)
  node.say(
    key,
    fault(code, say('方案里没有', 'not in the scheme'), {
      found,
      ...(nearest === undefined ? {} : { nearest }),
    }),
  )
  return undefined
}

/** The attributes of a unit or an event. */
export function attributesOf(
  node: JsonNode,
  register: Register<Named>,
  declared: (id: string) => Declared,
): Attributes {
  const attributes: Attributes = {}
  const inner = JsonNode.of(
    node.from,
    [...node.path, 'attributes'],
    node.raw('attributes') ?? {},
    undefined,
  )
  for (const key of inner?.keys ?? []) {
    const attribute = register.find(key)
    const plain = inner?.plain(key)
    if (attribute === undefined) {
      const nearest = register.nearest(key)
      inner?.say(
        key,
        fault('unknown-attribute', say('方案里没有这个属性', 'the scheme has no such attribute'), {
          found: key,
          ...(nearest === undefined ? {} : { nearest }),
        }),
      )
    } else if (plain !== undefined && plain !== '') {
      const years = node.from.draft.catalogue.years
      const value = inner?.take(
        key,
        readValue(plain, declared(attribute.id), { from1904: false, years }),
      )
      if (value !== undefined) attributes[attribute.id] = value
    }
  }
  return attributes
}

function readUnit(node: JsonNode): Unit | undefined {
  const { types, levels, attributes } = node.from.draft.catalogue
  const id = node.required('id')
  if (id === '') return undefined
  const type = lookUp(node, 'type', types, 'unknown-type')
  const level = lookUp(node, 'level', levels, 'unknown-level')?.id ?? type?.level
  const group = node.text('group')
  const parent = node.text('parent')
  const declared = (a: string): Declared =>
    declaredAttribute(attributes.find(a) as NonNullable<ReturnType<typeof attributes.find>>)
  const unit: Unit = {
    id,
    name: node.text('name') || id,
    type: type?.id ?? null,
    attributes: attributesOf(node, attributes, declared),
    ...(level === undefined ? {} : { level }),
    ...(group === '' ? {} : { group }),
    ...(parent === '' ? {} : { parent }),
  }
  if (type === undefined && node.text('type') !== '') doubt(unit)
  return unit
}

/** Reads `units`; parents are resolved once all are known. */
export function readUnits(root: JsonNode): { unit: Unit; node: JsonNode }[] {
  const { directory } = root.from.draft
  const read: { unit: Unit; node: JsonNode }[] = []
  for (const node of root.list('units', KEYS.unit)) {
    const unit = readUnit(node)
    if (unit === undefined) continue
    if (directory.byId(unit.id) === undefined) {
      directory.add(unit)
      read.push({ unit, node })
    } else
      node.say(
        'id',
        fault('unit-twice', say('编号与前面的单位相同', 'the identifier is taken'), {
          found: unit.id,
        }),
      )
  }
  return read
}

export function settleParents(read: readonly { unit: Unit; node: JsonNode }[]): void {
  for (const { unit, node } of read) {
    if (unit.parent === undefined) continue
    const above = node.take('parent', node.from.draft.directory.find(unit.parent))
    if (above?.id === unit.id)
      node.say(
        'parent',
        fault('parent-circle', say('上级绕成了圈', 'a circle'), { found: unit.id }),
      )
    if (above !== undefined) Object.assign(unit, { parent: above.id })
  }
}
