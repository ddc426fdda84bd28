import { periodsOf } from '@kaohe/documents'
import { fills, sideOf } from '@kaohe/domain'
import type { FactDeclaration } from '@kaohe/engine'
import type { Actor } from '../../http/call.ts'
import { conflict, notFound } from '../../http/problem.ts'
import { isWork, refuseClosed, type ReportSource, supplierName } from './source.ts'

/**
 * The party that supplies something instead of the unit; undefined when the unit does so itself. What a unit
 * above shares it says itself, whatever the notice calls it.
 */
export function supplierOf(
  { supplies, program: { scheme } }: Pick<ReportSource, 'supplies' | 'program'>,
  supplier: string | undefined,
): string | undefined {
  const party = scheme.parties?.find(({ id }) => id === supplier)
  return supplies?.where === 'above' && party?.role !== 'department' ? undefined : supplier
}

/**
 * Whether the actor may fill this in now: it is theirs to supply, the cycle is open, and the unit has not
 * handed in.
 * @throws Stop 409 saying whose it is, or what to do first
 */
export function refuseFilling(
  source: ReportSource,
  actor: Actor,
  { name, supplier }: { readonly name: string; readonly supplier?: string | undefined },
): void {
  refuseClosed(source)
  const side = sideOf(actor.role)
  if (!fills(side, supplierOf(source, supplier))) {
    if (side === 'committee') throw conflict(`“${name}”由单位自己填报`, '需要更正的，请退回单位')
    const who = supplierName(source, supplier) ?? ''
    throw conflict(`“${name}”由${who}提供，单位不能改`, '有不同意见请提出异议，写明理由')
  }
  if (side === 'unit' && source.around.submission?.state === 'confirmed')
    throw conflict('这份填报已经提交', '需要修改的，请组织部退回后再改')
}

/** @throws notFound when the datum has no such period */
export function refuseOtherPeriods(
  source: ReportSource,
  fact: FactDeclaration,
  period: string,
): void {
  const periods = isWork(fact.id) ? [null] : periodsOf(fact, source.program.scheme)
  if (periods !== null && !periods.includes(period === '' ? null : period)) throw notFound()
}

/** Who filled it in, as it is shown beside the datum. */
export function sourceName(source: ReportSource, actor: Actor, supplier: string | undefined) {
  const name = supplierName(source, supplierOf(source, supplier))
  if (name !== null) return `${name}提供，${actor.orgName}录入`
  return actor.org === source.unit.id ? '本单位填报' : `${actor.orgName}代为录入`
}
