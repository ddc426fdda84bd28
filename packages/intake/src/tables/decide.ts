import { type Decision, isInteger, type Matter, type Scheme, type Unit } from '@kaohe/engine'
import type { Catalogue } from '../names/index.ts'
import { fault, read, type Reading, refuse, type Remark, say } from '../report/index.ts'
import { readValue } from '../value/index.ts'

/** A decision as it was written down. */
export interface DecisionTold {
  readonly on: string
  readonly value: string
  readonly body: string
  readonly number: string
  readonly reason: string
}

/** What of it a message is about. */
export type DecisionField = keyof DecisionTold | 'unit'

export type DecisionRead =
  | { readonly read: Pick<Decision, 'on' | 'value' | 'body' | 'number' | 'reason'> }
  | { readonly field: DecisionField; readonly remark: Remark }

function matterOf(on: string, { matters, adjustments, settled }: Catalogue): Reading<Matter> {
  const matter = matters.find(on) ?? adjustments.find(on)
  if (matter !== undefined) return read(matter)
  const names = matters.all.map(({ name }) => name)
  const open = say(
    names.length === 0 ? '这个方案没有留给人定的事' : `可以决定：${names.join('、')}`,
    names.length === 0 ? 'nothing in this scheme is left to people' : `one of: ${names.join(', ')}`,
  )
  if (on === '')
    return refuse(
      fault('no-matter', say('没有写决定什么事', 'what is decided is missing'), { expected: open }),
    )
  const one = settled.find(on)
  if (one !== undefined)
    return refuse(
      fault('not-left-open', one.why, { found: one.name, expected: one.expected ?? open }),
    )
  const nearest = matters.nearest(on)
  const why = say('方案里没有这件要决定的事', 'the scheme leaves no such thing to people')
  const details = { found: on, expected: open, ...(nearest === undefined ? {} : { nearest }) }
  return refuse(fault('unknown-matter', why, details))
}

function unitFault(unit: Unit, matter: Matter, { assessees }: Scheme): Remark | undefined {
  const kind = assessees.find(({ id }) => id === unit.type)
  if (kind === undefined)
    return fault(
      'not-assessed',
      say(`“${unit.name}”不是考核对象，没有可决定的`, `${unit.name} is not assessed`),
    )
  if (matter.assessees?.includes(kind.id) ?? true) return undefined
  return fault(
    'not-concerned',
    say(
      `“${matter.name}”不涉及${kind.name}，“${unit.name}”没有可决定的`,
      `${matter.name} does not concern ${kind.name}`,
    ),
  )
}

function gradeIn(found: string, { grades }: Catalogue): Reading<string> {
  const grade = grades.find(found)
  if (grade !== undefined) return read(grade.id)
  const names = grades.all.map(({ name }) => name)
  const expected = say(`应是：${names.join('、')}`, `one of: ${names.join(', ')}`)
  return refuse(
    fault('unknown-grade', say('方案里没有这个等次', 'the scheme has no such grade'), {
      found,
      expected,
    }),
  )
}

const PLAIN_CALENDAR = { from1904: false, years: [] }

function placeIn(text: string): Reading<number> {
  const found = text.replace(/^第/, '')
  const reading = readValue(found, { type: 'number', whole: true }, PLAIN_CALENDAR)
  const value = 'fault' in reading ? undefined : reading.value
  if (value !== undefined && 'number' in value && isInteger(value.number) && value.number.num > 0n)
    return read(Number(value.number.num))
  return refuse(
    fault('not-a-place', say('不是先后', 'not a place'), {
      found: text,
      expected: say(
        '请写同分的几个单位里排第几，从 1 起，如 1、2',
        'write the place among those level, from 1',
      ),
    }),
  )
}

const GIVEN = new Set(['是', '给', '给予', '同意', 'true', 'yes'])
const NOT_GIVEN = new Set(['否', '不给', '不给予', '不同意', 'false', 'no'])

function grantIn(found: string): Reading<boolean> {
  if (GIVEN.has(found.toLowerCase())) return read(true)
  if (NOT_GIVEN.has(found.toLowerCase())) return read(false)
  return refuse(
    fault('not-a-grant', say('看不出给还是不给', 'granted or not?'), {
      found,
      expected: say('请写“是”（给予）或“否”（不给）', 'write 是 or 否'),
    }),
  )
}

function valueOf(found: string, { asks }: Matter, names: Catalogue): Reading<Decision['value']> {
  if (found === '')
    return refuse(fault('no-decision', say('没有写决定是什么', 'what was decided is missing')))
  if (asks === 'grade') return gradeIn(found, names)
  return asks === 'order' ? placeIn(found) : grantIn(found)
}

function bodyOf(found: string, { name, body }: Matter, { parties }: Catalogue): Reading<string> {
  const said = parties.find(found)?.id ?? found
  const nameOf = (id: string) => parties.find(id)?.name ?? id
  if (body === undefined) {
    if (said !== '') return read(said)
    return refuse(
      fault('no-body', say('没有写由谁决定', 'who decided is missing'), {
        expected: say('方案没有写明由谁决定，请写决定的会议或机关', 'name the body that decided'),
      }),
    )
  }
  if (said === '' || said === body) return read(body)
  return refuse(
    fault(
      'wrong-body',
      say(`方案写明“${name}”由${nameOf(body)}定`, `the scheme leaves it to ${nameOf(body)}`),
      { found, expected: say(`应是：${nameOf(body)}`, `write ${nameOf(body)}`) },
    ),
  )
}

function groundsFault({ number, reason }: DecisionTold): Remark | undefined {
  if (number !== '' || reason !== '') return undefined
  return fault(
    'no-grounds',
    say('没有写文号，也没有写理由', 'neither a document nor a reason is given'),
    { expected: say('两样至少写一样', 'give at least one of the two') },
  )
}

/** Reads a decision on a unit, or says what is wrong with it and where. */
export function decide(told: DecisionTold, unit: Unit, names: Catalogue): DecisionRead {
  const matter = matterOf(told.on, names)
  if ('fault' in matter) return { field: 'on', remark: matter.fault }
  const concerned = unitFault(unit, matter.value, names.scheme)
  if (concerned !== undefined) return { field: 'unit', remark: concerned }
  const value = valueOf(told.value, matter.value, names)
  if ('fault' in value) return { field: 'value', remark: value.fault }
  const body = bodyOf(told.body, matter.value, names)
  if ('fault' in body) return { field: 'body', remark: body.fault }
  const grounds = groundsFault(told)
  if (grounds !== undefined) return { field: 'reason', remark: grounds }
  const { number, reason } = told
  return {
    read: {
      on: matter.value.on,
      value: value.value,
      body: body.value,
      ...(number === '' ? {} : { number }),
      ...(reason === '' ? {} : { reason }),
    },
  }
}
