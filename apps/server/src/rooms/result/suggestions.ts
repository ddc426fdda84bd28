import { result, type Suggestion } from '@kaohe/contract'
import {
  type Acting,
  findAssessee,
  findCycle,
  findSuggestion,
  insertSuggestion,
  openedAnswers,
  settleSuggestion,
  type StoredSuggestion,
  suggestionsIn,
  suggestionsOf,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { changedMeanwhile, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { seenCycle } from '../planning/find.ts'
import { nowIn } from '../reporting/clock.ts'

const settledOf = ({ outcome, answer }: StoredSuggestion): Suggestion['settled'] =>
  outcome === null || answer === null ? null : { outcome, text: answer }

function shown(one: StoredSuggestion): Suggestion {
  const { id, unit, letter, text, version } = one
  const from = unit === null ? 'leader' : 'unit'
  return { id: letter ?? id, from, text, settled: settledOf(one), version }
}

/** What leaders wrote in their letters, as far as the collection is closed and nothing was said to it yet. */
async function ofLeaders(db: Acting, cycle: string, known: ReadonlySet<string | null>) {
  const answers = await openedAnswers(db, cycle)
  return answers
    .filter(({ letter, suggestion }) => suggestion !== '' && !known.has(letter))
    .map(({ letter, suggestion: text }) => ({ letter, text }))
}

async function settleLeaders(db: Acting, cycle: string, letter: string, settled: Settled) {
  const known = new Set((await suggestionsIn(db, cycle)).map((one) => one.letter))
  const found = (await ofLeaders(db, cycle, known)).find((one) => one.letter === letter)
  if (found === undefined) throw notFound()
  const { org, person, at, ...said } = settled
  const fresh = { org, committee: org, cycle, unit: null, letter, text: found.text, person, at }
  return insertSuggestion(db, { ...fresh, ...said, settled_by: person, settled_at: at })
}

interface Settled {
  readonly org: string
  readonly person: string
  readonly at: string
  readonly outcome: 'answered' | 'noted'
  readonly answer: string
}

/** What is suggested about the assessment itself: calmly, and without counting who did. */
export function suggestionRoutes(app: Hono, services: Services): void {
  serve(app, services, result.readOwnSuggestions, async ({ db, actor, permit }) => {
    permit(actor)
    const all = await suggestionsOf(db, actor.org)
    return {
      suggestions: all.map((one) => ({
        id: one.id,
        title: one.title,
        text: one.text,
        settled: settledOf(one),
      })),
    }
  })

  serve(app, services, result.writeSuggestion, async (call) => {
    const { db, params, body, actor, now } = call
    call.permit(actor)
    const cycle = await findCycle(db, params.cycle)
    if (cycle === undefined || (await findAssessee(db, cycle.id, actor.org)) === undefined)
      throw notFound()
    const id = await insertSuggestion(db, {
      org: actor.org,
      committee: cycle.org,
      cycle: cycle.id,
      unit: actor.org,
      letter: null,
      text: body.text,
      person: actor.person,
      at: nowIn(cycle, now).toISOString(),
      outcome: null,
      answer: null,
      settled_by: null,
      settled_at: null,
    })
    await call.record({ object: `suggestion/${id}`, org: actor.org })
    return { id }
  })

  serve(app, services, result.readSuggestions, async (call) => {
    const { db } = call
    const cycle = await seenCycle(call, call.params.cycle)
    const stored = await suggestionsIn(db, cycle.id)
    const known = new Set(stored.map(({ letter }) => letter))
    const open = (await ofLeaders(db, cycle.id, known)).map(
      ({ letter, text }): Suggestion => ({
        id: letter,
        from: 'leader',
        text,
        settled: null,
        version: 0,
      }),
    )
    return { title: cycle.title, suggestions: [...open, ...stored.map(shown)] }
  })

  serve(app, services, result.settleSuggestion, async (call) => {
    const { db, params, body, actor, now } = call
    const cycle = await seenCycle(call, params.cycle)
    const { outcome, text: answer, version } = body
    const at = nowIn(cycle, now).toISOString()
    const stored = (await suggestionsIn(db, cycle.id)).find(
      (one) => (one.letter ?? one.id) === params.suggestion,
    )
    call.stands(async () => {
      const standing = (await suggestionsIn(db, cycle.id)).find(({ id: one }) => one === stored?.id)
      return standing && shown(standing)
    })
    const by = { org: cycle.org, person: actor.person, at }
    const said = { outcome, answer }
    const settled = { ...said, settled_by: actor.person, settled_at: at }
    const id =
      stored?.id ?? (await settleLeaders(db, cycle.id, params.suggestion, { ...by, ...said }))
    if (stored !== undefined && !(await settleSuggestion(db, { id, version }, settled)))
      throw changedMeanwhile()
    await call.record({ object: `suggestion/${id}`, after: { outcome } })
    return shown((await findSuggestion(db, id))!)
  })
}
