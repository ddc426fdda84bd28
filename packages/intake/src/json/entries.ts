import {
  type FactDeclaration,
  type FactEntry,
  type Lineage,
  type PastResult,
  type Rational,
  rationalOrUndefined,
  type Unit,
  type Value,
} from './entry-types.ts'
import {
  declaredAttribute,
  declaredFact,
  declaredMark,
  declaredOfLastYear,
  type Marked,
} from '../names/index.ts'
import { fault, read, type Reading, refuse, say } from '../report/index.ts'
import {
  checkStep,
  evaluatorFault,
  levelFault,
  reasonAlone,
  reasonFault,
  reasonOf,
  reasonUnread,
  windowFault,
} from '../tables/index.ts'
import { type Calendar, isBlank, readDate, readValue } from '../value/index.ts'
import type { Declared } from '../value/value.ts'
import { KEYS } from './keys.ts'
import type { JsonNode } from './node.ts'
import { attributesOf, lookUp } from './units.ts'

type List = 'facts' | 'previous'

const IN_JSON = say('请在 reason 里写', 'write in reason')

const calendarOf = (node: JsonNode): Calendar => ({
  from1904: false,
  years: node.from.draft.catalogue.years,
})

export function unitOf(node: JsonNode): Unit | undefined {
  const found = node.required('unit')
  return found === '' ? undefined : node.take('unit', node.from.draft.directory.find(found))
}

function valueOf(node: JsonNode, declared: Declared): Value | undefined {
  const plain = node.plain('value')
  return plain === undefined || isBlank(plain)
    ? undefined
    : node.take('value', readValue(plain, declared, calendarOf(node)))
}

function periodOf(node: JsonNode, fact: FactDeclaration, list: List): Reading<string | null> {
  const plain = node.plain('period')
  const yearly = !node.from.draft.catalogue.isDated(fact)
  if (plain === undefined || plain === '')
    return yearly
      ? read(null)
      : refuse(fault('no-period', say('没有写是哪一期', 'the period is missing')))
  if (!yearly)
    return node.from.draft.catalogue.readPeriod(fact, plain, plain, false, list === 'facts')
  return refuse(
    fault(
      'wrong-period',
      say('这项数据整个考核时段一个，不分期', 'this fact has one value for all of the time'),
      {
        found: `${plain}`,
        expected: say('不写 period', 'leave period out'),
      },
    ),
  )
}

function keepFact(node: JsonNode, unit: Unit, fact: FactDeclaration, list: List): void {
  const period = node.take('period', periodOf(node, fact, list))
  const value = valueOf(node, list === 'facts' ? declaredFact(fact) : declaredOfLastYear(fact))
  if (period === undefined || value === undefined) return
  const wrong = levelFault(unit, fact.level, fact.spread === true, node.from.draft.catalogue)
  if (wrong !== undefined) return node.say('unit', wrong)
  if (node.text('reason') !== '') node.say('reason', reasonUnread(fact.name))
  const entry: FactEntry = {
    unit: unit.id,
    fact: fact.id,
    period,
    value,
    origin: node.text('origin') || node.origin(),
    ...node.provenance(),
  }
  node.from.draft.addFact(entry, node.from.place(node.path), fact.name, list)
}

function keepMark(node: JsonNode, unit: Unit, mark: Marked): void {
  const { draft } = node.from
  const party = lookUp(node, 'evaluator', draft.catalogue.parties, 'unknown-party')
  const value = valueOf(node, declaredMark(mark))
  const reason = reasonOf(node.text('reason'))
  if (reason.text !== undefined && (node.raw('value') ?? '') === '')
    node.say('reason', reasonAlone(mark))
  if (value === undefined || (party === undefined && node.text('evaluator') !== '')) return
  const evaluator = party?.id ?? mark.judged.onlyEvaluator
  const wrongParty = evaluatorFault(mark, evaluator, draft.catalogue.parties)
  if (wrongParty !== undefined) return node.say('evaluator', wrongParty)
  const wrongStep = checkStep(value, mark)
  if (wrongStep !== undefined) return node.say('value', wrongStep)
  const lacking = draft.asksReasons ? reasonFault(mark, reason, IN_JSON) : undefined
  if (lacking !== undefined) return node.say('reason', lacking)
  const who = evaluator === null || mark.judged.evaluators.length === 0 ? {} : { evaluator }
  const entry: FactEntry = {
    unit: unit.id,
    fact: `mark:${mark.id}`,
    period: null,
    value,
    ...who,
    ...(reason.text === undefined ? {} : { reason: reason.text }),
    origin: node.text('origin') || node.origin(),
    ...node.provenance(),
  }
  draft.addFact(entry, node.from.place(node.path), mark.name, 'facts')
}

function readFact(node: JsonNode, list: List): void {
  const { facts, marks } = node.from.draft.catalogue
  const name = node.required('fact')
  const unit = unitOf(node)
  const fact = facts.find(name)
  // Nobody looks at the marks of the year before, and they must not be taken for this year's.
  const marked = list === 'facts' && name.startsWith('mark:')
  const mark = marked ? marks.find(name.slice(5)) : undefined
  if (fact === undefined && mark === undefined && name !== '') {
    const nearest = name.startsWith('mark:') ? marks.nearest(name.slice(5)) : facts.nearest(name)
    node.say(
      'fact',
      fault('unknown-fact', say('方案里没有这项数据', 'the scheme has no such fact'), {
        found: name,
        ...(nearest === undefined ? {} : { nearest }),
      }),
    )
  }
  if (unit === undefined) return
  if (mark !== undefined) keepMark(node, unit, mark)
  else if (fact !== undefined) keepFact(node, unit, fact, list)
}

export function readFactList(root: JsonNode, list: List): void {
  for (const node of root.list(list, KEYS.fact)) readFact(node, list)
}

function dateOf(node: JsonNode): string | null | undefined {
  if (node.raw('date') === null) return null
  const plain = node.plain('date')
  if (plain === undefined) {
    node.say(
      'date',
      fault('no-date', say('没有写日期', 'the date is missing'), {
        expected: say('请写成 "2023-11-14"', 'write "2023-11-14"'),
      }),
    )
    return undefined
  }
  const date = node.take('date', readDate(plain, plain, calendarOf(node)))
  const outside =
    date === undefined ? undefined : windowFault(date, node.from.draft.catalogue.scheme)
  if (outside !== undefined) node.say('date', outside)
  return date
}

function readEvent(node: JsonNode): void {
  const { draft } = node.from
  const event = lookUp(node, 'event', draft.catalogue.events, 'unknown-event')
  const unit = unitOf(node)
  const date = dateOf(node)
  if (event === undefined) {
    node.required('event')
    return
  }
  const owned = draft.catalogue.eventAttributes(event.id)
  const declared = (id: string): Declared =>
    declaredAttribute(owned.find(id) as NonNullable<ReturnType<typeof owned.find>>)
  const attributes = attributesOf(node, owned, declared)
  const wrong =
    unit === undefined ? undefined : levelFault(unit, event.level, false, draft.catalogue)
  if (wrong !== undefined) node.say('unit', wrong)
  if (unit === undefined || date === undefined) return
  const id = node.text('id')
  const entry = {
    unit: unit.id,
    event: event.id,
    date,
    attributes,
    origin: node.text('origin') || node.origin(),
    ...node.provenance(),
  }
  draft.addEvent(entry, id === '' ? undefined : id, node.from.place(node.path), event.name)
}

export function readEventList(root: JsonNode): void {
  for (const node of root.list('events', KEYS.event)) readEvent(node)
}

function number(node: JsonNode, key: string, whole: boolean): Rational | undefined {
  const plain = node.plain(key)
  if (plain === undefined) return undefined
  return rationalOrUndefined(
    node.take(key, readValue(plain, { type: 'number', whole }, calendarOf(node))),
  )
}

export function readHistoryList(root: JsonNode): void {
  const { draft } = root.from
  for (const node of root.list('history', KEYS.history)) {
    const unit = unitOf(node)
    const year = number(node, 'year', true)
    const [total, rank, grade] = [
      number(node, 'total', false),
      number(node, 'rank', true),
      node.text('grade'),
    ]
    if (unit === undefined || year === undefined) continue
    const past: PastResult = {
      unit: unit.id,
      year: Number(year.num),
      met: node.texts('met'),
      ...(total === undefined ? {} : { total }),
      ...(rank === undefined ? {} : { rank: Number(rank.num) }),
      ...(grade === '' ? {} : { grade }),
    }
    draft.addPast(past, node.from.place(node.path), node.origin())
  }
}

export function readLineageList(root: JsonNode): void {
  const { draft } = root.from
  for (const node of root.list('lineage', KEYS.lineage)) {
    const unit = unitOf(node)
    const from = node.required('from')
    const since = number(node, 'since', true)
    if (unit === undefined || from === '' || since === undefined) continue
    const entry: Lineage = { unit: unit.id, from, since: Number(since.num) }
    draft.lineage.push(entry)
    draft.directory.former(unit, from)
  }
}
