import { useState } from 'react'
import { useMe } from '../../app/session.ts'
import { draftKey, readDraft, writeDraft } from '../../parts/drafts.ts'

/** What is typed and not sent yet: kept in this browser for this person, through reload and sign-out. */
export function useDraft<T>(key: string, initial: T) {
  const { person } = useMe()
  const at = draftKey(person.id, key)
  const [value, setValue] = useState<T>(() => (readDraft(at) as T | null) ?? initial)
  return {
    value,
    write: (next: T): void => {
      writeDraft(at, next)
      setValue(next)
    },
    clear: (): void => writeDraft(at, null),
  }
}
