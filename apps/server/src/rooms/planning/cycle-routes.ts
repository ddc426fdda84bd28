import { planning } from '@kaohe/contract'
import { assesseesOf, type Mapping, strangeTypes } from '@kaohe/domain'
import type { Scheme } from '@kaohe/engine'
import {
  findScheme,
  insertCycle,
  listAssessees,
  listCycles,
  openCycle,
  replaceAssessees,
  unitsToAssess,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { conflict, invalid, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { schemeOf, seenCycle } from './find.ts'
import { programOf } from './programs.ts'
import { shownCycle } from './shown.ts'

function eligibilityRule(type: Scheme['assessees'][number], scheme: Scheme): string | null {
  const rules = (type.eligibility ?? []).map(({ attribute, years, months, countedTo }) => {
    const name = scheme.attributes?.find(({ id }) => id === attribute)?.name ?? attribute
    const length = `${years === undefined ? '' : `${years} 年`}${months === undefined ? '' : `${months} 个月`}`
    return `${name}满 ${length}${countedTo ? `，计至 ${countedTo}` : '，计至哪一天没有写明'}`
  })
  return rules.length === 0 ? null : rules.join('；')
}

function mappingOf(body: {
  kinds: Record<string, string | null>
  units: { unit: string; type: string | null; group: string | null }[]
}): Mapping {
  const units = body.units.map(({ unit, type, group }) => [unit, { type, group }] as const)
  return { kinds: new Map(Object.entries(body.kinds)), units: new Map(units) }
}

/** Cycles: prepared with a published scheme, with whom they assess, then opened. */
export function cycleRoutes(app: Hono, services: Services): void {
  serve(app, services, planning.listCycles, async ({ db, actor, permit }) => {
    permit(actor)
    return { cycles: (await listCycles(db)).map(shownCycle) }
  })

  serve(app, services, planning.readCycle, async (call) => {
    const { db, params } = call
    const cycle = await seenCycle(call, params.cycle)
    const scheme = await schemeOf(db, cycle)
    const types = new Map(
      programOf(scheme).scheme.assessees.map(({ id, name }) => [id, name] as const),
    )
    const assessees = await listAssessees(db, cycle.id)
    return {
      ...shownCycle(cycle),
      scheme: scheme.id,
      schemeTitle: scheme.title,
      assessees: assessees.map((one) => ({
        unit: one.unit,
        name: one.name,
        type: one.type,
        typeName: types.get(one.type) ?? one.type,
        group: one.peer_group,
        excludedBecause: one.excluded_because,
        undecidedBecause: one.undecided_because,
      })),
    }
  })

  serve(app, services, planning.createCycle, async ({ db, actor, body, permit, record }) => {
    permit(actor)
    const scheme = await findScheme(db, body.scheme)
    if (scheme === undefined || scheme.org !== actor.org) throw notFound()
    if (scheme.state !== 'published') throw conflict('方案发布以后才能用来考核')
    if (body.endsOn < body.startsOn)
      throw invalid([{ pointer: '/body/endsOn', message: '结束日期在开始日期之前' }])
    const { title, startsOn: starts_on, endsOn: ends_on } = body
    const cycle = { org: actor.org, scheme: scheme.id, title, starts_on, ends_on }
    const id = await insertCycle(db, cycle)
    await record({ object: `cycle/${id}`, after: cycle })
    return { id }
  })

  serve(app, services, planning.readCandidates, async (call) => {
    const cycle = await seenCycle(call, call.params.cycle)
    const { scheme } = programOf(await schemeOf(call.db, cycle))
    const units = await unitsToAssess(call.db, cycle.org)
    const kinds = Map.groupBy(units, ({ kind }) => kind)
    return {
      types: scheme.assessees.map((type) => ({
        id: type.id,
        name: type.name,
        rule: eligibilityRule(type, scheme),
      })),
      kinds: [...kinds].map(([kind, all]) => ({ kind, units: all.length })),
      units: units.map(({ id: unit, name, kind, founded_on: foundedOn }) => ({
        unit,
        name,
        kind,
        foundedOn,
      })),
    }
  })

  serve(app, services, planning.assignAssessees, async (call) => {
    const { db, body } = call
    const cycle = await seenCycle(call, call.params.cycle)
    if (cycle.state !== 'preparing')
      throw conflict('考核年度已经开始，考核对象不能再改', '个别单位的调整请写更正')
    const { scheme } = programOf(await schemeOf(db, cycle))
    const mapping = mappingOf(body)
    const [strange] = strangeTypes(mapping, scheme)
    if (strange !== undefined)
      throw invalid([{ pointer: '/body/kinds', message: `方案里没有“${strange}”这类考核对象` }])
    const units = await unitsToAssess(db, cycle.org)
    const candidates = units.map(({ founded_on: foundedOn, ...unit }) => ({ ...unit, foundedOn }))
    const assessed = assesseesOf(candidates, mapping, scheme)
    const { org, id } = cycle
    const rows = assessed.map((one) => ({
      org,
      cycle: id,
      unit: one.unit,
      type: one.type,
      peer_group: one.group,
      excluded_because: one.excludedBecause,
      undecided_because: one.undecidedBecause,
    }))
    await replaceAssessees(db, id, rows)
    const excluded = assessed.filter((one) => one.excludedBecause !== null).length
    const undecided = assessed.filter((one) => one.undecidedBecause !== null).length
    const counts = { taking: assessed.length - excluded, excluded, undecided }
    await call.record({ object: `cycle/${id}`, after: { ...counts, ...body } })
    return counts
  })

  serve(app, services, planning.openCycle, async (call) => {
    const { db } = call
    const cycle = await seenCycle(call, call.params.cycle)
    const taking = (await listAssessees(db, cycle.id)).filter(
      (one) => one.excluded_because === null,
    )
    if (taking.length === 0) throw conflict('还没有参加考核的单位', '请先列出考核对象')
    const opened = await openCycle(db, cycle.id)
    if (opened === undefined) throw conflict('考核年度已经开始')
    await call.record({ object: `cycle/${cycle.id}`, after: { state: 'open' } })
    return shownCycle(opened)
  })
}
