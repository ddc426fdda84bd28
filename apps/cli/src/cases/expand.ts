import { type Scheme, Scope } from '@kaohe/engine'
import { Refusal } from '../command.ts'
import {
  type Plain,
  type PlainRecord,
  isRecord,
  listAt,
  onlyKeys,
  recordAt,
  textAt,
} from './plain.ts'
import { monthsNamed, periodsNamed } from './spans.ts'

const UNIT_KEYS = ['编号', '名称', '类别', '上级', '分组', '层级', '属性', '个数']

interface Entry {
  readonly unit: string
  readonly fact: string
  readonly period: string | null
  readonly value: Plain
  readonly evaluator?: string
}

interface Unit {
  readonly id: string
  readonly [key: string]: unknown
}

function unitsOf(
  list: readonly Plain[],
  place: string,
): { units: Unit[]; copies: Map<string, string[]> } {
  const copies = new Map<string, string[]>()
  const units = list.flatMap((entry, i) => {
    const record = recordAt(entry, `${place}第${i + 1}个`)
    onlyKeys(record, UNIT_KEYS, `${place}第${i + 1}个`)
    const id = textAt(record.编号, `${place}第${i + 1}个/编号`)
    const times = record.个数 === undefined ? undefined : Number(textAt(record.个数, `${id}/个数`))
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
    }))
  })
  return { units, copies }
}

function unitsNamed(name: string, copies: Map<string, string[]>, place: string): readonly string[] {
  const found =
    copies.get(name) ??
    [...copies.values()].find((ids) => ids.includes(name))?.filter((id) => id === name)
  if (found === undefined) throw new Refusal(`${place}：没有单位“${name}”。`)
  return found
}

/** The values of one fact of one unit: one value, or by period with runs and 其余. */
function byPeriod(
  value: Plain,
  fact: string,
  scope: Scope,
  place: string,
): [string | null, Plain][] {
  if (!isRecord(value)) return [[null, value]]
  const named = Object.entries(value).flatMap(([key, v]) =>
    key === '其余' ? [] : periodsNamed(key).map((p) => [p, v] as [string, Plain]),
  )
  if (value.其余 === undefined) return named
  const all = scope.periodsOf(fact)
  if (all === null) throw new Refusal(`${place}：共有几期还不知道，不能写“其余”。`)
  const given = new Set(named.map(([p]) => p))
  const rest = value.其余
  return [...named, ...all.filter((p) => !given.has(p)).map((p) => [p, rest] as [string, Plain])]
}

function factsOf(
  record: PlainRecord,
  copies: Map<string, string[]>,
  scope: Scope,
  place: string,
): Entry[] {
  return Object.entries(record).flatMap(([fact, units]) =>
    Object.entries(recordAt(units, `${place}/${fact}`)).flatMap(([name, value]) => {
      const here = `${place}/${fact}/${name}`
      const entries: Omit<Entry, 'unit'>[] =
        fact.startsWith('mark:') && isRecord(value)
          ? Object.entries(value).map(([evaluator, v]) => ({
              fact,
              period: null,
              value: v,
              evaluator,
            }))
          : byPeriod(value, fact, scope, here).map(([period, v]) => ({ fact, period, value: v }))
      return unitsNamed(name, copies, here).flatMap((unit) => entries.map((e) => ({ unit, ...e })))
    }),
  )
}

function rowsOf(row: PlainRecord, place: string): PlainRecord[] {
  const { 次: times, 逐月: months, 日: day, ...rest } = row
  const count = times === undefined ? 1 : Number(textAt(times, `${place}/次`))
  const dated: PlainRecord[] =
    months === undefined
      ? [rest]
      : monthsNamed(textAt(months, place), place).map((m) => ({
          ...rest,
          日期: `${m}-${(day === undefined ? '1' : textAt(day, place)).padStart(2, '0')}`,
        }))
  return dated.flatMap((one) => Array.from({ length: count }, () => one))
}

function eventsOf(record: PlainRecord, copies: Map<string, string[]>, place: string) {
  return Object.entries(record).flatMap(([event, units]) =>
    Object.entries(recordAt(units, `${place}/${event}`)).flatMap(([name, list]) => {
      const here = `${place}/${event}/${name}`
      const rows = listAt(list, here).flatMap((row) => rowsOf(recordAt(row, here), here))
      return unitsNamed(name, copies, here).flatMap((unit) =>
        rows.map(({ 日期: date, ...attributes }, i) => ({
          id: `${unit}-${event}-${i + 1}`,
          unit,
          event,
          date: date ?? null,
          attributes,
        })),
      )
    }),
  )
}

function reportedOf(scheme: Scheme, list: readonly Plain[], copies: Map<string, string[]>) {
  const unknown = list.filter((e) => typeof e === 'string')
  const pending = list.filter(isRecord).flatMap((e) =>
    unitsNamed(textAt(e.单位, '未报/单位'), copies, '未报').map((unit) => ({
      event: textAt(e.事件, '未报/事件'),
      unit,
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
      year: Number(textAt(past.年, '历年/年')),
      ...(past.总分 === undefined ? {} : { total: past.总分 }),
      ...(past.名次 === undefined ? {} : { rank: Number(past.名次) }),
      ...(past.等次 === undefined ? {} : { grade: past.等次 }),
      met: listAt(past.命中, '历年/命中'),
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
      return { unit: line.单位, from: line.原, since: Number(textAt(line.自, '沿革/自')) }
    }),
  }
}
