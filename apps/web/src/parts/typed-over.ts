import { useState } from 'react'
import { useMe } from '../app/session.ts'
import { draftKey, forgetDraft, readDraft, writeDraft } from './drafts.ts'

interface Kept<T> {
  readonly value: T
  readonly base: number
}

/**
 * What is typed over something that has a version, until it is sent: kept in this browser through reload and
 * sign-out, with the version that it was typed over, so that nothing newer is written over unseen.
 * @param version of what stands; 0 where nothing does
 */
export function useTypedOver<T>(place: readonly string[], standing: T, version: number) {
  const { person } = useMe()
  const key = draftKey(person.id, ...place, 'over')
  const read = () => ({ key, kept: readDraft(key) as Kept<T> | null })
  const [held, hold] = useState(read)
  // A page that goes on to another thing shows that one's draft, not this one's.
  const { kept } = held.key === key ? held : read()
  const { value, base } = kept ?? { value: standing, base: version }
  return {
    value,
    base,
    write: (next: T): void => {
      const draft = { value: next, base }
      writeDraft(key, draft)
      hold({ key, kept: draft })
    },
    clear: (): void => {
      forgetDraft(key, kept)
      hold({ key, kept: null })
    },
  }
}
