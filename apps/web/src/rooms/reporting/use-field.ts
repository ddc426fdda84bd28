import { type Cell, type Fact, type Problem, reporting } from '@kaohe/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiProblem, call } from '../../api/client.ts'
import { useMe } from '../../app/session.ts'
import { type Draft, draftKey, forgetDraft, readDraft, writeDraft } from '../../parts/drafts.ts'
import { changeReport, type Place, reportKey, withEntry } from './save.ts'

const WAIT_MS = 800
const RETRY_MS = 10_000
const REFUSED: readonly number[] = [400, 404, 409, 422]

type Said = Omit<Draft, 'base'>

/** What stands in the field as the server has it; a unit that the field shows beside it is not repeated. */
export function saidOf({ entry }: Cell, { unit }: Fact): Said {
  if (entry === null) return { state: 'blank', text: '', reason: null }
  const { state, reason } = entry
  const whole = entry.text ?? ''
  const text = unit !== null && whole.endsWith(unit) ? whole.slice(0, -unit.length) : whole
  return { state, text, reason }
}

const isSame = (a: Said, b: Said): boolean =>
  a.state === b.state && a.text === b.text && (a.reason ?? '') === (b.reason ?? '')

export type FieldState = '未填' | '尚未保存' | '正在保存' | '已保存' | '没有保存' | '有两个版本'

function stateOf(
  draft: Draft | null,
  saving: boolean,
  problem: boolean,
  clash: boolean,
  cell: Cell,
) {
  if (clash) return '有两个版本'
  if (saving) return '正在保存'
  if (draft !== null) return problem ? '没有保存' : '尚未保存'
  return cell.entry === null ? '未填' : '已保存'
}

export interface FieldOf {
  readonly said: Said
  readonly state: FieldState
  readonly problem: Problem | null
  /** What the server has, where it is another version than the one typed over. */
  readonly clash: Said | null
  change(said: Said): void
  keepMine(): void
  takeTheirs(): void
  /** Takes over what was reported elsewhere. */
  takeKnown(): void
}

/**
 * One field that saves itself. What is typed lies in the browser until the server has acknowledged it, is
 * sent again when the server could not be reached, and never overwrites what somebody else wrote meanwhile.
 */
export function useField(place: Place, cell: Cell, fact: Fact): FieldOf {
  const queries = useQueryClient()
  const { person } = useMe()
  const key = draftKey(person.id, place.cycle, place.unit, cell.fact, cell.period)
  const [draft, setDraft] = useState(() => readDraft(key) as Draft | null)
  const [saving, setSaving] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const version = cell.entry?.version ?? 0
  const there = saidOf(cell, fact)
  const clash = draft !== null && !saving && draft.base !== version
  const alive = useRef(true)
  useEffect(() => {
    alive.current = true
    return () => {
      alive.current = false
    }
  }, [])

  // What was typed here, also when another window has its own in the same place.
  const typed = useRef(draft)
  const put = useCallback(
    (next: Draft | null) => {
      if (next === null) forgetDraft(key, typed.current)
      else writeDraft(key, next)
      typed.current = next
      setDraft(next)
    },
    [key],
  )

  const send = useCallback(
    async (sent: Draft) => {
      setSaving(true)
      const { state, text, reason, base, known = false } = sent
      const body = { period: cell.period, state, text: text === '' ? null : text, reason, known }
      try {
        const saved = await call(reporting.writeEntry, {
          params: { ...place, fact: cell.fact },
          body: { ...body, version: base },
        })
        const now = typed.current
        put(now === null || isSame(now, sent) ? null : { ...now, base: saved.entry.version })
        if (alive.current) {
          setProblem(null)
          setSaving(false)
        }
        changeReport(queries, place, (report) => withEntry(report, cell.fact, cell.period, saved))
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error
        setSaving(false)
        setProblem(error.problem)
        if (error.problem.type.endsWith(':changed'))
          await queries.invalidateQueries({ queryKey: reportKey(place) })
      }
    },
    [cell.fact, cell.period, place, put, queries],
  )

  // What was said elsewhere in the same words is no clash.
  const settled = clash && isSame(draft, there)
  useEffect(() => {
    if (settled) put(null)
  }, [settled, put])

  const refused = problem !== null && REFUSED.includes(problem.status)
  useEffect(() => {
    if (draft === null || saving || clash || refused) return undefined
    const timer = setTimeout(() => void send(draft), problem === null ? WAIT_MS : RETRY_MS)
    const now = (): void => void send(draft)
    window.addEventListener('online', now)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', now)
    }
  }, [draft, saving, clash, refused, problem, send])

  // Another tab saved this field: what it wrote is read anew, and what is typed here is kept again.
  useEffect(() => {
    const onStorage = (event: StorageEvent): void => {
      if (event.key !== key || event.newValue !== null) return
      if (typed.current !== null) writeDraft(key, typed.current)
      void queries.invalidateQueries({ queryKey: reportKey(place) })
    }
    window.addEventListener('storage', onStorage)
    return () => window.removeEventListener('storage', onStorage)
  }, [key, place, queries])

  // What was refused was refused of what stood there before.
  const anew = (next: Draft | null): void => {
    setProblem(null)
    put(next)
  }
  const change = (said: Said): void => anew({ ...said, base: draft?.base ?? version })
  return {
    said: draft ?? there,
    state: stateOf(draft, saving, problem !== null, clash && !settled, cell),
    problem,
    clash: clash && !settled ? there : null,
    change,
    keepMine: () => draft && anew({ ...draft, base: version }),
    takeTheirs: () => anew(null),
    takeKnown: () => {
      if (cell.known === null) return
      const said = { state: 'value' as const, text: cell.known.text, reason: null }
      anew({ ...said, base: version, known: true })
    },
  }
}
