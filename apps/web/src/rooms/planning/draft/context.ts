import type { DraftingLanguage } from '@kaohe/contract'
import { type ComponentType, createContext, useContext } from 'react'
import type { Document } from 'yaml'
import type { Place } from './document.ts'
import type { Notes } from './notes.ts'

type Named = readonly { readonly id: string; readonly name: string }[]

/** What every part of the form needs: the draft as a tree, how to change its text, and what is said of it. */
export interface Drafting {
  readonly doc: Document
  readonly readOnly: boolean
  readonly language: DraftingLanguage
  readonly names: Readonly<Record<string, Named>>
  readonly notes: Notes
  /** The form of a rule: a rule can hold others. */
  readonly Rule: ComponentType<{ readonly place: Place }>
  edit(change: (text: string) => string): void
}

export const DraftingContext = createContext<Drafting | null>(null)

/** @throws Error outside a form */
export function useDrafting(): Drafting {
  const drafting = useContext(DraftingContext)
  if (drafting === null) throw new Error('useDrafting outside of a form')
  return drafting
}
