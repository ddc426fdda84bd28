import { useEffect, useRef, useState } from 'react'
import { ApiProblem } from '../../api/client.ts'
import { type Standing, versionOf } from '../../parts/refused.tsx'

const WAIT_MS = 900

/** What has been written and is not known to be saved, kept through reload, sign-out and restart. */
interface Kept<T> {
  readonly version: number
  readonly value: T
}

function keptAt<T>(key: string): Kept<T> | undefined {
  try {
    const text = localStorage.getItem(key)
    return text === null ? undefined : (JSON.parse(text) as Kept<T>)
  } catch {
    return undefined
  }
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

function keep<T>(key: string, { version, value }: Kept<T>): void {
  localStorage.setItem(key, JSON.stringify({ version, value }))
}

// What another window keeps in the same place is not ours to forget.
function forget(key: string, value: unknown): void {
  if (isSame(keptAt(key)?.value, value)) localStorage.removeItem(key)
}

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'clash'

/** The text in what stands, of what is nothing but a text. */
export function readText(standing: Standing): string {
  const text = standing?.['text']
  return typeof text === 'string' ? text : ''
}

/** Somebody else, or oneself in another window, wrote meanwhile: what stands now. */
export interface Clash<T> extends Kept<T> {
  readonly standing: Standing
}

export interface Autosave<T> {
  readonly value: T
  readonly state: SaveState
  readonly error: unknown
  /** What stands instead of what was written over, until one of the two is chosen. */
  readonly clash: Clash<T> | null
  /** What was found in this browser and not on the server. */
  readonly restored: boolean
  readonly version: number
  write(value: T): void
  saveNow(): void
  keepMine(): void
  takeTheirs(): void
  /** Gives up what is in this browser only. */
  discard(): void
}

interface Options<T> {
  readonly key: string
  readonly initial: T
  readonly version: number
  save(value: T, version: number): Promise<number>
  /** The value in what stands, or of a place where nothing stands. */
  read(standing: Standing): T
}

function clashIn<T>(error: unknown, read: (standing: Standing) => T): Clash<T> | null {
  const versions = error instanceof ApiProblem ? error.problem.versions : undefined
  if (versions === undefined) return null
  const { standing } = versions
  return { standing, value: read(standing), version: versionOf(standing) }
}

/**
 * Saves what is written a moment after the last key, one request at a time; nothing typed is ever lost, and
 * nothing that another wrote meanwhile is written over unseen.
 */
export function useAutosave<T>({ key, initial, version, save, read }: Options<T>): Autosave<T> {
  const storeKey = `kaohe/${key}`
  const [kept] = useState(() => keptAt<T>(storeKey))
  const [value, setValue] = useState(kept?.value ?? initial)
  const [state, setState] = useState<SaveState>(kept === undefined ? 'saved' : 'waiting')
  const [error, setError] = useState<unknown>(null)
  const [clash, setClash] = useState<Clash<T> | null>(null)
  const latest = useRef({
    value,
    version: kept?.version ?? version,
    busy: false,
    dirty: kept !== undefined,
    clash: false,
  })
  const [known, setKnown] = useState(latest.current.version)
  const sending = useRef({ save, read })
  sending.current = { save, read }

  const settle = (next: SaveState, found: Clash<T> | null): void => {
    latest.current.clash = found !== null
    setClash(found)
    setState(next)
  }

  /** Takes up what stands on the server. */
  const adopt = (there: Kept<T>): void => {
    const at = latest.current
    forget(storeKey, at.value)
    Object.assign(at, { value: there.value, version: there.version, dirty: false })
    setValue(there.value)
    setKnown(there.version)
    setError(null)
    settle('saved', null)
  }

  const refused = (caught: unknown): void => {
    const at = latest.current
    at.dirty = true
    const found = clashIn(caught, sending.current.read)
    if (found !== null && isSame(found.value, at.value)) return adopt(found)
    // Another window may have kept its own in the same place, and forgotten it.
    keep(storeKey, at)
    setError(caught)
    settle(found === null ? 'failed' : 'clash', found)
  }

  const send = async (): Promise<void> => {
    const at = latest.current
    if (at.busy || !at.dirty || at.clash) return
    at.busy = true
    at.dirty = false
    const sent = at.value
    setState('saving')
    try {
      at.version = await sending.current.save(sent, at.version)
      forget(storeKey, sent)
      setKnown(at.version)
      setError(null)
      setState(at.dirty ? 'waiting' : 'saved')
    } catch (caught) {
      refused(caught)
      return
    } finally {
      at.busy = false
    }
    // Typed while the other was on its way, and perhaps already waited for.
    if (at.dirty) {
      keep(storeKey, at)
      await send()
    }
  }

  useEffect(() => {
    if (state !== 'waiting') return undefined
    const timer = setTimeout(() => void send(), WAIT_MS)
    return () => clearTimeout(timer)
  }, [state, value])

  // Where nothing was typed, what others wrote meanwhile is shown as it is read anew.
  useEffect(() => {
    const { busy, dirty, version: had } = latest.current
    if (!busy && !dirty && version > had) adopt({ value: initial, version })
  }, [version])

  return {
    value,
    state,
    error,
    clash,
    restored: kept !== undefined,
    version: known,
    write: (next) => {
      const at = latest.current
      at.value = next
      at.dirty = true
      keep(storeKey, at)
      setValue(next)
      setState(at.clash ? 'clash' : 'waiting')
    },
    saveNow: () => void send(),
    keepMine: () => {
      if (clash === null) return
      latest.current.version = clash.version
      keep(storeKey, latest.current)
      settle('waiting', null)
      void send()
    },
    takeTheirs: () => clash && adopt(clash),
    discard: () => {
      localStorage.removeItem(storeKey)
      location.reload()
    },
  }
}
