import { useEffect, useRef, useState } from 'react'

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

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed'

export interface Autosave<T> {
  readonly value: T
  readonly state: SaveState
  readonly error: unknown
  /** What was found in this browser and not on the server. */
  readonly restored: boolean
  readonly version: number
  write(value: T): void
  saveNow(): void
  /** Gives up what is in this browser only. */
  discard(): void
}

interface Options<T> {
  readonly key: string
  readonly initial: T
  readonly version: number
  save(value: T, version: number): Promise<number>
}

/** Saves what is written a moment after the last key, one request at a time; nothing typed is ever lost. */
export function useAutosave<T>({ key, initial, version, save }: Options<T>): Autosave<T> {
  const storeKey = `kaohe/${key}`
  const [kept] = useState(() => keptAt<T>(storeKey))
  const [value, setValue] = useState(kept?.value ?? initial)
  const [state, setState] = useState<SaveState>(kept === undefined ? 'saved' : 'waiting')
  const [error, setError] = useState<unknown>(null)
  const latest = useRef({
    value,
    version: kept?.version ?? version,
    busy: false,
    dirty: kept !== undefined,
  })
  const [known, setKnown] = useState(latest.current.version)
  const sending = useRef(save)
  sending.current = save

  const send = async (): Promise<void> => {
    const at = latest.current
    if (at.busy || !at.dirty) return
    at.busy = true
    at.dirty = false
    const sent = at.value
    setState('saving')
    try {
      at.version = await sending.current(sent, at.version)
      setKnown(at.version)
      setError(null)
      if (!at.dirty) localStorage.removeItem(storeKey)
      setState(at.dirty ? 'waiting' : 'saved')
    } catch (caught) {
      at.dirty = true
      setError(caught)
      setState('failed')
    }
    at.busy = false
  }

  useEffect(() => {
    if (state !== 'waiting') return undefined
    const timer = setTimeout(() => void send(), WAIT_MS)
    return () => clearTimeout(timer)
  }, [state, value])

  return {
    value,
    state,
    error,
    restored: kept !== undefined,
    version: known,
    write: (next) => {
      const at = latest.current
      at.value = next
      at.dirty = true
      localStorage.setItem(storeKey, JSON.stringify({ version: at.version, value: next }))
      setValue(next)
      setState('waiting')
    },
    saveNow: () => void send(),
    discard: () => {
      localStorage.removeItem(storeKey)
      location.reload()
    },
  }
}
