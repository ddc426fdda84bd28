import { type Scheme, Scope } from '@kaohe/engine'
import { AT, type Placed } from './at.ts'
import { decisionsOf } from './decided.ts'
import {
  type Plain,
  type PlainRecord,
  countAt,
  faultAt,
  isRecord,
  knownAt,
  listAt,
  onlyKeys,
  placeIn,
  recordAt,
  textAt,
} from './plain.ts'
import { monthsNamed, periodsNamed } from './spans.ts'

const UNIT_KEYS = ['编号', '名称', '类别', '上级', '分组', '层级', '属性', '个数']

interface Entry extends Placed {
  readonly unit: string
  readonly fact: string
  readonly period: string | null
  readonly value: Plain
  readonly evaluator?: string
}

interface Unit extends Placed {
  readonly id: string
  readonly [key: string]: unknown
}

function unitsOf(
  list: readonly Plain[],
  place: string,
): { units: Unit[]; copies: Map<string, string[]> } {
  const copies = new Map<string, string[]>()
  const units = list.flatMap((entry, i) => {
    const record = recordAt(entry, `${place}/${i + 1}`)
    onlyKeys(record, UNIT_KEYS, `${place}/${i + 1}`)
    const id = textAt(record.编号, `${place}/${i + 1}/编号`)
    const times = record.个数 === undefined ? undefined : countAt(record.个数, `${id}/个数`)
    const ids =
      times === undefined ? [id] : Array.from({ length: times }, (_, n) => `${id}${n + 1}`)
    copies.set(id, ids)
    return ids.map((one) => ({
      id: one,
      name: times === undefined ? (record.名称 ?? one) : one,
      type: record.类别 ?? null,
      parent: record.上级 ?? null,
      group: record.分组 ?? null,
      ...(record.层级 === undefined ? {} : { level: record.层级 }),
      attributes: recordAt(record.属性, `${id}/属性`),
      [AT]: placeIn(record, '编号'),
    }))
  })
  return { units, copies }
}

function unitsNamed(
  name: string,
  copies: Map<string, string[]>,
  within: PlainRecord,
  path: string,
): readonly string[] {
  const all = new Set([...copies.keys(), ...[...copies.values()].flat()])
  knownAt(within, name, [...all], path)
  return copies.get(name) ?? [name]
}

interface AtPeriod extends Placed {
  readonly period: string | null
  readonly value: Plain
}

/** The values of one fact of one unit: one value, or by period with runs and 其余. */
function byPeriod(
  fact: string,
  units: PlainRecord,
  name: string,
  scope: Scope,
  path: string,
): AtPeriod[] {
  const value = units[name] ?? ''
  if (!isRecord(value)) return [{ period: null, value, [AT]: placeIn(units, name) }]
  const named = Object.entries(value).flatMap(([key, v]) =>
    key === '其余'
      ? []
      : periodsNamed(key).map((period) => ({ period, value: v, [AT]: placeIn(value, key) })),
  )
  if (value.其余 === undefined) return named
  const all = scope.periodsOf(fact)
  if (all === null)
    throw faultAt(value, '其余', path, {
      zh: '共有几期还不知道，不能写“其余”。',
      en: 'the number of periods is not known; 其余 cannot be written.',
    })
  const given = new Set(named.map(({ period }) => period))
  const [rest, at] = [value.其余, placeIn(value, '其余')]
  const others = all.filter((period) => !given.has(period))
  return [...named, ...others.map((period) => ({ period, value: rest, [AT]: at }))]
}

function byEvaluator(marks: PlainRecord): Omit<Entry, 'unit' | 'fact'>[] {
  return Object.entries(marks).map(([evaluator, value]) => ({
    period: null,
    value,
    evaluator,
    [AT]: placeIn(marks, evaluator),
  }))
}

function factsOf(
  record: PlainRecord,
  copies: Map<string, string[]>,
  scope: Scope,
  path: string,
): Entry[] {
  return Object.entries(record).flatMap(([fact, written]) => {
    const units = recordAt(written, `${path}/${fact}`)
    return Object.entries(units).flatMap(([name, value]) => {
      const here = `${path}/${fact}/${name}`
      const entries: Omit<Entry, 'unit' | 'fact'>[] =
        fact.startsWith('mark:') && isRecord(value)
          ? byEvaluator(value)
          : byPeriod(fact, units, name, scope, here)
      return unitsNamed(name, copies, units, here).flatMap((unit) =>
        entries.map((one) => ({ unit, fact, ...one })),
      )
    })
  })
}

function rowsOf(row: PlainRecord, path: string): PlainRecord[] {
  const { 次: times, 逐月: months, 日: day, ...rest } = row
  const count = times === undefined ? 1 : countAt(times, `${path}/次`)
  const dated: PlainRecord[] =
    months === undefined
      ? [rest]
      : monthsNamed(textAt(months, path), path).map((m) => ({
          ...rest,
          日期: `${m}-${(day === undefined ? '1' : textAt(day, path)).padStart(2, '0')}`,
        }))
  return dated.flatMap((one) => Array.from({ length: count }, () => one))
}

function eventsOf(record: PlainRecord, copies: Map<string, string[]>, path: string) {
  return Object.entries(record).flatMap(([event, written]) => {
    const units = recordAt(written, `${path}/${event}`)
    return Object.entries(units).flatMap(([name, list]) => {
      const here = `${path}/${event}/${name}`
      const rows = listAt(list, here).flatMap((row) =>
        rowsOf(recordAt(row, here), here).map((one) => ({ one, at: placeIn(row) })),
      )
      return unitsNamed(name, copies, units, here).flatMap((unit) =>
        rows.map(({ one: { 日期: date, ...attributes }, at }, i) => ({
          id: `${unit}-${event}-${i + 1}`,
          unit,
          event,
          date: date ?? null,
          attributes,
          [AT]: at,
        })),
      )
    })
  })
}

function reportedOf(scheme: Scheme, list: readonly Plain[], copies: Map<string, string[]>) {
  const unknown = list.filter((e) => typeof e === 'string')
  const pending = list.filter(isRecord).flatMap((e) =>
    unitsNamed(textAt(e.单位, '未报/单位'), copies, e, '未报').map((unit) => ({
      event: textAt(e.事件, '未报/事件'),
      unit,
      [AT]: placeIn(e),
    })),
  )
  return {
    reported: (scheme.events ?? []).map((e) => e.id).filter((id) => !unknown.includes(id)),
    pending,
  }
}

function historyOf(list: readonly Plain[]) {
  return list.map((entry) => {
    const past = recordAt(entry, '历年')
    onlyKeys(past, ['单位', '年', '总分', '名次', '等次', '命中'], '历年')
    return {
      unit: past.单位,
      year: countAt(past.年, '历年/年'),
      ...(past.总分 === undefined ? {} : { total: past.总分 }),
      ...(past.名次 === undefined ? {} : { rank: countAt(past.名次, '历年/名次') }),
      ...(past.等次 === undefined ? {} : { grade: past.等次 }),
      met: listAt(past.命中, '历年/命中'),
      [AT]: placeIn(past),
    }
  })
}

/** A case in its compact form as a dataset in the JSON form that intake reads. */
export function datasetOfCase(record: PlainRecord, scheme: Scheme) {
  const scope = new Scope(scheme)
  const { units, copies } = unitsOf(listAt(record.单位, '单位'), '单位')
  return {
    units,
    facts: factsOf(recordAt(record.数据, '数据'), copies, scope, '数据'),
    previous: factsOf(recordAt(record.上年数据, '上年数据'), copies, scope, '上年数据'),
    events: eventsOf(recordAt(record.事件, '事件'), copies, '事件'),
    ...reportedOf(scheme, listAt(record.未报, '未报'), copies),
    history: historyOf(listAt(record.历年, '历年')),
    lineage: listAt(record.沿革, '沿革').map((entry) => {
      const line = recordAt(entry, '沿革')
      onlyKeys(line, ['单位', '原', '自'], '沿革')
      const since = countAt(line.自, '沿革/自')
      return { unit: line.单位, from: line.原, since, [AT]: placeIn(line) }
    }),
    decisions: decisionsOf(listAt(record.决定, '决定'), scheme, (entry, name) =>
      isRecord(entry) ? unitsNamed(name, copies, entry, '决定') : [name],
    ),
  }
}
