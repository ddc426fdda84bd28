import { planning } from '@kaohe/contract'
import {
  type Assessed,
  assesseesOf,
  type Candidate,
  danglingKinds,
  type KindsSaid,
  levelOfKind,
  type Mapping,
  shiftsOf,
  strangeTypes,
  type Taking,
  typeOfKind,
  worksheetOf,
} from '@kaohe/domain'
import type { Program, Scheme } from '@kaohe/engine'
import {
  type CandidateUnit,
  correctAssessee,
  findAssessee,
  listAssessees,
  replaceAssessees,
  sayKinds,
  type StoredAssessee,
  type StoredCycle,
  unitsToAssess,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { conflict, invalid } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { schemeOf, seenCycle } from './find.ts'
import { programOf } from './programs.ts'

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

/** What was said of kinds of unit, as it is kept. */
function kindsSaid(body: {
  readonly kinds: Record<string, string | null>
  readonly levels: Record<string, string | null>
}): KindsSaid {
  const kinds = new Set([...Object.keys(body.kinds), ...Object.keys(body.levels)])
  const said = [...kinds].map((kind) => {
    const level = body.levels[kind]
    return [
      kind,
      { type: body.kinds[kind] ?? null, ...(level !== undefined && { level }) },
    ] as const
  })
  return Object.fromEntries(said)
}

/** @throws Stop 422 naming each kind of unit, kind of assessee and level that is not there */
function refuseDangling(said: KindsSaid, scheme: Scheme, units: readonly CandidateUnit[]): void {
  const present = new Set(units.map(({ kind }) => kind))
  const faults = danglingKinds(said, scheme, present)
  if (faults.length > 0)
    throw invalid(faults.map(({ message }) => ({ pointer: '/body/kinds', message })))
}

function levelsOf(program: Program) {
  const { assessees, levels = [] } = program.scheme
  const elsewhere = assessees
    .flatMap(({ id }) => worksheetOf(program, id))
    .flatMap((one) => one.elsewhere)
  const asked = new Set(elsewhere.map(({ level }) => level))
  return levels.map(({ id, name }) => ({ id, name, asked: asked.has(id) }))
}

function kindsOf(units: readonly CandidateUnit[], { kinds }: StoredCycle, scheme: Scheme) {
  return [...Map.groupBy(units, ({ kind }) => kind)].map(([kind, all]) => {
    const said = kinds[kind]
    return {
      kind,
      units: all.length,
      said: said !== undefined,
      type: said === undefined ? typeOfKind(scheme, kind) : said.type,
      level: levelOfKind(scheme, kind, kinds)?.id ?? null,
    }
  })
}

const candidateOf = (unit: CandidateUnit): Candidate => ({
  id: unit.id,
  name: unit.name,
  kind: unit.kind,
  foundedOn: unit.founded_on,
  peerGroup: unit.peer_group,
})

function rowOf({ org, id }: StoredCycle, one: Assessed): StoredAssessee {
  return {
    org,
    cycle: id,
    unit: one.unit,
    type: one.type,
    peer_group: one.group,
    excluded_because: one.excludedBecause,
    undecided_because: one.undecidedBecause,
  }
}

const takingPart = (all: readonly StoredAssessee[]): Taking[] =>
  all
    .filter((one) => one.excluded_because === null)
    .map(({ type, peer_group: group }) => ({ type, group }))

interface Wanted {
  readonly unit: string
  readonly type: string | null
  readonly group: string | null
  readonly reason: string
}

// Who leaves stays in the list, as one that does not take part: what it reported is still its own.
function leaving(now: StoredAssessee | undefined, reason: string): StoredAssessee {
  if (now === undefined || now.excluded_because !== null)
    throw conflict('这个单位没有参加考核，不需要退出')
  return { ...now, excluded_because: `考核开始以后退出：${reason}`, undecided_because: null }
}

function joining(
  cycle: StoredCycle,
  unit: CandidateUnit | undefined,
  { type, group }: Wanted,
  scheme: Scheme,
): StoredAssessee {
  if (unit === undefined) throw invalid([{ pointer: '/body/unit', message: '下级里没有这个单位' }])
  const single = new Map([[unit.id, { type, group: group ?? unit.peer_group }]])
  const mapping = { kinds: new Map<string, string>(), units: single }
  const [assessed] = assesseesOf([candidateOf(unit)], mapping, scheme)
  if (strangeTypes(mapping, scheme).length > 0 || assessed === undefined)
    throw invalid([{ pointer: '/body/type', message: '方案里没有这类考核对象' }])
  if (assessed.excludedBecause !== null)
    throw conflict('按方案的资格，这个单位不能参加', assessed.excludedBecause)
  return rowOf(cycle, assessed)
}

/** Who is assessed: as the organiser maps them before a year begins, and as it is corrected afterwards. */
export function assesseeRoutes(app: Hono, services: Services): void {
  serve(app, services, planning.readCandidates, async (call) => {
    const cycle = await seenCycle(call, call.params.cycle)
    const program = programOf(await schemeOf(call.db, cycle))
    const { scheme } = program
    const units = await unitsToAssess(call.db, cycle.org)
    return {
      types: scheme.assessees.map((type) => ({
        id: type.id,
        name: type.name,
        rule: eligibilityRule(type, scheme),
        level: type.level ?? null,
      })),
      levels: levelsOf(program),
      kinds: kindsOf(units, cycle, scheme),
      units: units.map((one) => ({
        unit: one.id,
        name: one.name,
        kind: one.kind,
        foundedOn: one.founded_on,
        peerGroup: one.peer_group,
      })),
    }
  })

  serve(app, services, planning.assignAssessees, async (call) => {
    const { db, body } = call
    const cycle = await seenCycle(call, call.params.cycle)
    if (cycle.state !== 'preparing')
      throw conflict('考核年度已经开始，考核对象不能再改', '个别单位的增减请用“更正考核对象”')
    const { scheme } = programOf(await schemeOf(db, cycle))
    const mapping = mappingOf(body)
    const [strange] = strangeTypes(mapping, scheme)
    if (strange !== undefined)
      throw invalid([{ pointer: '/body/kinds', message: `方案里没有“${strange}”这类考核对象` }])
    const units = await unitsToAssess(db, cycle.org)
    const said = kindsSaid(body)
    refuseDangling(said, scheme, units)
    const assessed = assesseesOf(units.map(candidateOf), mapping, scheme)
    const { id } = cycle
    const rows = assessed.map((one) => rowOf(cycle, one))
    await replaceAssessees(db, id, rows)
    await sayKinds(db, id, said)
    const excluded = assessed.filter((one) => one.excludedBecause !== null).length
    const undecided = assessed.filter((one) => one.undecidedBecause !== null).length
    const counts = { taking: assessed.length - excluded, excluded, undecided }
    await call.record({ object: `cycle/${id}`, after: { ...counts, ...body } })
    return counts
  })

  serve(app, services, planning.correctAssessees, async (call) => {
    const { db, body, actor, now } = call
    const cycle = await seenCycle(call, call.params.cycle)
    if (cycle.state === 'preparing')
      throw conflict('考核年度还没有开始', '现在可以直接改考核对象的名单')
    if (cycle.state === 'closed') throw conflict('考核年度已经结束，考核对象不能再改')
    const { scheme } = programOf(await schemeOf(db, cycle))
    const before = await listAssessees(db, cycle.id)
    const known = await findAssessee(db, cycle.id, body.unit)
    if (body.type !== null && known?.excluded_because === null)
      throw conflict('这个单位已经参加考核')
    const unit = (await unitsToAssess(db, cycle.org)).find(({ id }) => id === body.unit)
    const after =
      body.type === null ? leaving(known, body.reason) : joining(cycle, unit, body, scheme)
    const correction = {
      org: cycle.org,
      cycle: cycle.id,
      unit: body.unit,
      kind: body.type === null ? ('removed' as const) : ('added' as const),
      type: after.type,
      peer_group: after.peer_group,
      reason: body.reason,
      person: actor.person,
      person_name: actor.personName,
      at: now.toISOString(),
    }
    await correctAssessee(db, correction, after)
    const rest = before.filter((one) => one.unit !== body.unit)
    const shifts = shiftsOf(scheme, takingPart(before), takingPart([...rest, after]))
    const object = `cycle/${cycle.id}/assessee/${body.unit}`
    await call.record({ object, ...(known && { before: known }), after: { ...after, ...shifts } })
    return { undecidedBecause: after.undecided_because, ...shifts }
  })
}
