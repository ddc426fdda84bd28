import { type Exhibit, review } from '@kaohe/contract'
import {
  alsoUsed,
  exhibitsOf,
  returnEvidence,
  settleEvidence,
  type StoredExhibit,
  type UsedFile,
  writeVerdicts,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { changedMeanwhile, conflict, invalid, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { tellReturned } from '../messages/tell.ts'
import { nowIn } from '../reporting/clock.ts'
import { type DeskPlan, NO_PARTY } from './plan.ts'
import { isMine, maySee, planIn, type SeenDesks, seenDesks } from './seen.ts'

/** Items whose evidence a desk looks at: those it marks, and those it is in charge of. */
function itemsOf({ fields, party }: DeskPlan, { program }: SeenDesks): string[] {
  const led = program.scheme.items.filter(({ leads = [] }) =>
    party === NO_PARTY ? leads.length === 0 : leads.includes(party),
  )
  return [...new Set([...fields.map(({ judged }) => judged.item.id), ...led.map(({ id }) => id)])]
}

interface Shown {
  readonly seen: SeenDesks
  readonly exhibits: readonly StoredExhibit[]
  readonly uses: readonly UsedFile[]
}

const nameOf = ({ program }: SeenDesks, item: string): string =>
  program.scheme.items.find(({ id }) => id === item)?.name ?? item

function usedElsewhere({ seen, uses }: Shown, one: StoredExhibit): string[] {
  const others = uses.filter(
    (use) => use.sha256 === one.sha256 && (use.file !== one.file || use.item !== one.item),
  )
  const said = others.map((use) => {
    const item = nameOf(seen, use.item)
    if (use.cycle !== seen.cycle.id) return `${use.title}：${use.unitName}，${item}`
    return use.unit === one.unit ? `本单位：${item}` : `${use.unitName}：${item}`
  })
  return [...new Set(said)]
}

function shownExhibit(shown: Shown, one: StoredExhibit): Exhibit {
  const { unit, unitName, item, file, name, type, size, shows_on: showsOn, at, verdict } = one
  return {
    id: file,
    item,
    itemName: nameOf(shown.seen, item),
    unit,
    unitName,
    name,
    type,
    size,
    showsOn,
    at,
    verdict,
    alsoUsed: usedElsewhere(shown, one),
    own: shown.seen.own.has(unit),
  }
}

async function shownOn(
  db: Parameters<typeof exhibitsOf>[0],
  seen: SeenDesks,
  items: readonly string[],
): Promise<Shown> {
  const exhibits = await exhibitsOf(db, seen.cycle, items)
  const hashes = [...new Set(exhibits.map(({ sha256 }) => sha256))]
  return { seen, exhibits, uses: await alsoUsed(db, seen.cycle.org, hashes) }
}

/** Evidence looked at file by file, or many of one item at once; what is returned goes back to the unit. */
export function verdictRoutes(app: Hono, services: Services): void {
  serve(app, services, review.readExhibits, async (call) => {
    const { db, params } = call
    const seen = await seenDesks(call)
    const plan = planIn(seen, params.party)
    if (!maySee(seen, params.party)) throw notFound()
    const shown = await shownOn(db, seen, itemsOf(plan, seen))
    return {
      title: seen.cycle.title,
      name: plan.name,
      mine: isMine(seen, params.party) && seen.cycle.state === 'open',
      marked: Object.fromEntries(plan.fields.map(({ judged }) => [judged.item.id, judged.id])),
      exhibits: shown.exhibits.map((one) => shownExhibit(shown, one)),
    }
  })

  serve(app, services, review.giveVerdict, async (call) => {
    const { db, params, body, actor, now } = call
    const { item, verdict, files } = body
    const seen = await seenDesks(call)
    const plan = planIn(seen, params.party)
    if (!isMine(seen, params.party) || !itemsOf(plan, seen).includes(item)) throw notFound()
    if (seen.cycle.state !== 'open') throw conflict('这个考核年度现在不能审看材料')
    const reason = body.reason || null
    if (verdict === 'returned' && reason === null)
      throw invalid([{ pointer: '/body/reason', message: '退回请写明理由' }])
    const shown = await shownOn(db, seen, [item])
    const standing = new Map(shown.exhibits.map((one) => [one.file, one]))
    const at = nowIn(seen.cycle, now).toISOString()
    const fresh = files.map(({ file, version: saw }) => {
      const one = standing.get(file)
      if (one === undefined) throw notFound()
      if (seen.own.has(one.unit))
        throw conflict('您在这个单位任职，不能审看它的材料', '请由本部门其他人审看')
      const { org, id: cycle } = seen.cycle
      const { unit } = one
      const { party } = params
      return { org, cycle, unit, item, file, party, verdict, reason, person: actor.person, at, saw }
    })
    // As they were before any of these was written: what is refused is not kept.
    const asked = files.map(({ file }) => shownExhibit(shown, standing.get(file)!))
    call.stands(async () => ({ exhibits: asked }))
    const written = await writeVerdicts(db, fresh)
    if (written.length < files.length) throw changedMeanwhile()
    if (verdict === 'returned') await returnEvidence(db, written)
    else await settleEvidence(db, written)
    if (verdict === 'returned')
      for (const unit of new Set(written.map((one) => one.unit))) {
        const names = written
          .filter((one) => one.unit === unit)
          .map((one) => standing.get(one.file)!.name)
        const text = `材料${names.map((name) => `“${name}”`).join('、')}：${reason ?? ''}`
        await tellReturned(call, seen.cycle, unit, nameOf(seen, item), text)
      }
    const object = `cycle/${seen.cycle.id}/verdict/${params.party}/${item}`
    await call.record({ object, after: { verdict, reason, files: files.map(({ file }) => file) } })
    const answer = written.map((one) => {
      const exhibit = standing.get(one.file)!
      const { version } = one
      return shownExhibit(shown, {
        ...exhibit,
        verdict: { verdict, reason, at, version, by: actor.personName },
      })
    })
    return { exhibits: answer }
  })
}
