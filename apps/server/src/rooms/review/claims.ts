import { type Claim, review } from '@kaohe/contract'
import { type ClaimSaid, type Double, doublesOf, unsaidOf } from '@kaohe/domain'
import { readTyped } from '@kaohe/intake'
import {
  alsoUsed,
  claimsOf,
  type StoredClaim,
  type UsedFile,
  writeClaimRuling,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { changedMeanwhile, conflict, invalid, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { nowIn } from '../reporting/clock.ts'
import { withUnit } from '../reporting/entry.ts'
import { claimedAttributes } from '../reporting/source.ts'
import {
  isMine,
  nameAttribute,
  type PlannedClaims,
  plannedClaims,
  ruledAttributes,
  shownKind,
} from './claim-kinds.ts'
import { type SeenDesks, seenDesks } from './seen.ts'

/** The claims of a cycle as one person sees them, beside those of other years. */
interface SeenClaims {
  readonly seen: SeenDesks
  readonly kinds: readonly PlannedClaims[]
  readonly claims: readonly StoredClaim[]
  readonly doubles: ReadonlyMap<string, readonly Double[]>
  readonly uses: readonly UsedFile[]
}

const kindOf = (kinds: readonly PlannedClaims[], event: string): PlannedClaims | undefined =>
  kinds.find((kind) => kind.event.id === event)

function nameOf(claim: Pick<StoredClaim, 'attributes'>, kind: PlannedClaims): string {
  const id = nameAttribute(kind)
  return (id === undefined ? undefined : claim.attributes[id]) ?? kind.event.name
}

function saidOf(claim: StoredClaim, kind: PlannedClaims): ClaimSaid {
  const chosen = claimedAttributes(kind.event)
    .filter(({ type }) => type === 'choice')
    .flatMap(({ id }) => claim.attributes[id] ?? [])
  return {
    ...claim,
    cycleTitle: claim.title,
    sort: [kind.event.name, ...chosen].at(-1)!,
    name: nameOf(claim, kind),
  }
}

async function seenClaims(call: Parameters<typeof seenDesks>[0]): Promise<SeenClaims> {
  const seen = await seenDesks(call)
  const all = plannedClaims(seen.program)
  // The one who signs for the office reads all of it; departments what they lead.
  const kinds =
    seen.seat.role === 'vice-secretary' ? all : all.filter((one) => isMine(seen.seat, one))
  const claims = await claimsOf(
    call.db,
    seen.cycle.org,
    kinds.map(({ event }) => event.id),
  )
  const said = claims.flatMap((claim) => {
    const kind = kindOf(kinds, claim.event)
    return kind === undefined ? [] : [saidOf(claim, kind)]
  })
  const hashes = claims.flatMap(({ files }) => files.map(({ sha256 }) => sha256))
  const uses = await alsoUsed(call.db, seen.cycle.org, [...new Set(hashes)])
  return { seen, kinds, claims, doubles: doublesOf(said), uses }
}

function outcomeOf({ claims }: SeenClaims, double: Double, cycle: string): string {
  const other = claims.find(({ id }) => id === double.of)
  if (other === undefined || other.cycle === cycle || other.ruling === null) return double.text
  return `${double.text}（${Object.values(other.ruling.attributes).join('，')}）`
}

function fileDoubts({ uses }: SeenClaims, claim: StoredClaim): string[] {
  return claim.files.flatMap(({ sha256, name, id }) => {
    const elsewhere = uses.filter(
      (use) => use.sha256 === sha256 && (use.unit !== claim.unit || use.cycle !== claim.cycle),
    )
    const again = elsewhere.map((use) => `${use.title}${use.unitName}`)
    const others = uses.filter((use) => use.file === id).length
    return [
      ...[...new Set(again)].map((where) => `材料“${name}”与${where}交的一样`),
      ...(others > 1 ? [`材料“${name}”也用在别的指标`] : []),
    ]
  })
}

function shownClaim(all: SeenClaims, claim: StoredClaim, kind: PlannedClaims): Claim {
  const { seen, doubles } = all
  const { files, ruling } = claim
  const alike = doubles.get(claim.id) ?? []
  return {
    id: claim.id,
    event: claim.event,
    unit: claim.unit,
    unitName: claim.unitName,
    name: nameOf(claim, kind),
    happenedOn: claim.happened_on,
    said: claimedAttributes(kind.event).map(({ id, name }) => ({
      name,
      text: claim.attributes[id] ?? '未填',
    })),
    files: files.map(({ id, name, type, size, shows, shows_on: showsOn, at }) => ({
      id,
      name,
      type,
      size,
      shows,
      showsOn,
      at,
    })),
    lacks: (kind.event.evidence ?? [])
      .filter(({ name }) => !files.some(({ shows }) => shows === name))
      .map(({ name, required }) => ({ name, required: required ?? false })),
    doubts: [
      ...alike.map((double) => outcomeOf(all, double, claim.cycle)),
      ...fileDoubts(all, claim),
    ],
    own: seen.own.has(claim.unit),
    ruling: ruling && {
      attributes: { ...ruling.attributes },
      reason: ruling.reason,
      by: ruling.by,
      at: ruling.at,
      current: ruling.of_version === claim.version,
      version: ruling.version,
    },
    version: claim.version,
  }
}

/** What was ruled of a claim, in the form in which a ruling is sent. */
function ruledAs({ ruling, said, version }: Claim) {
  const { attributes = {}, reason = '', by = null, at = null } = ruling ?? {}
  return { attributes, reason, by, at, said, of: version, version: ruling?.version ?? 0 }
}

/**
 * What is stored of a ruling: every attribute that the scheme leaves to the office, within its range.
 * @throws Stop 422 naming every place that is wrong
 */
function checkedRuling(
  typed: Readonly<Record<string, string>>,
  { event }: PlannedClaims,
  { program: { scheme } }: SeenDesks,
): Record<string, string> {
  const fields = ruledAttributes(event)
  const kept: Record<string, string> = {}
  const faults: { pointer: string; message: string }[] = []
  for (const field of fields) {
    const text = withUnit(typed[field.id] ?? '', field.unit)
    const read = readTyped(text, field, scheme)
    const pointer = `/body/attributes/${field.id}`
    if ('fault' in read) faults.push({ pointer, message: `${field.name}：${read.fault}` })
    else if ('value' in read) kept[field.id] = text
  }
  const asked = fields.map(({ id, name, type }) => ({ id, name, truth: type === 'truth' }))
  const wrong = new Set(faults.map(({ pointer }) => pointer))
  for (const { id, name } of unsaidOf(asked, kept)) {
    const pointer = `/body/attributes/${id}`
    if (!wrong.has(pointer)) faults.push({ pointer, message: `请填“${name}”` })
  }
  if (faults.length > 0) throw invalid(faults)
  // Points of what was refused would be read as points.
  const truths = asked.filter(({ truth }) => truth)
  const refused = truths.length > 0 && truths.every(({ id }) => kept[id] === '否')
  if (!refused) return kept
  return Object.fromEntries(truths.map(({ id }) => [id, '否']))
}

function refuseWithout(claim: Claim, attributes: Readonly<Record<string, string>>): void {
  const missing = claim.lacks.filter(({ required }) => required).map(({ name }) => name)
  const awards = Object.values(attributes).some((text) => text !== '否')
  if (awards && missing.length > 0)
    throw conflict(`没有交${missing.join('、')}，不能认定`, '方案规定不交就不认定；可以请单位补交')
}

/** What units claim for themselves, and what the office says of it. */
export function claimRoutes(app: Hono, services: Services): void {
  serve(app, services, review.listClaims, async (call) => {
    const all = await seenClaims(call)
    const { seen, kinds, claims } = all
    return {
      title: seen.cycle.title,
      kinds: kinds.map((kind) => shownKind(kind, seen.seat)),
      claims: claims
        .filter(({ cycle }) => cycle === seen.cycle.id)
        .map((claim) => shownClaim(all, claim, kindOf(kinds, claim.event)!)),
    }
  })

  serve(app, services, review.ruleClaim, async (call) => {
    const { db, params, body, actor, now } = call
    const all = await seenClaims(call)
    const { seen, kinds } = all
    const claim = all.claims.find(({ id, cycle }) => id === params.claim && cycle === seen.cycle.id)
    const kind = claim && kindOf(kinds, claim.event)
    if (claim === undefined || kind === undefined || !isMine(seen.seat, kind)) throw notFound()
    if (seen.cycle.state !== 'open') throw conflict('这个考核年度现在不能认定')
    if (seen.own.has(claim.unit))
      throw conflict('您在这个单位任职，不能认定它的申报', '请由其他人认定')
    call.stands(async () => {
      const fresh = await seenClaims(call)
      const standing = fresh.claims.find(({ id }) => id === claim.id)
      return standing && ruledAs(shownClaim(fresh, standing, kind))
    })
    if (body.of !== claim.version) throw changedMeanwhile()
    const attributes = checkedRuling(body.attributes, kind, seen)
    refuseWithout(shownClaim(all, claim, kind), attributes)
    const ruling = {
      org: seen.cycle.org,
      cycle: seen.cycle.id,
      unit: claim.unit,
      happening: claim.id,
      of_version: claim.version,
      attributes,
      reason: body.reason,
      person: actor.person,
      at: nowIn(seen.cycle, now).toISOString(),
    }
    const stored = await writeClaimRuling(db, ruling, body.version)
    if (stored === undefined) throw changedMeanwhile()
    const before = claim.ruling && {
      attributes: claim.ruling.attributes,
      reason: claim.ruling.reason,
    }
    const after = { attributes, reason: body.reason }
    const object = `cycle/${seen.cycle.id}/claim/${claim.id}`
    await call.record({ object, ...(before && { before }), after })
    const fresh = { ...claim, ruling: { ...stored, by: actor.personName } }
    return { claim: shownClaim(all, fresh, kind) }
  })
}
