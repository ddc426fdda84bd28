import type { SharedRow, SharedTable } from '@kaohe/contract'
import { useState } from 'react'
import { useMe } from '../../app/session.ts'
import { draftKey, readDraft, writeDraft } from '../../parts/drafts.ts'

/** What was typed over a cell, and the version over which it was typed. */
interface Typed {
  readonly text: string
  readonly base: number
}

export type TypedCells = Readonly<Record<string, Typed>>

type SharedCell = SharedRow['cells'][number]

export const cellKey = (unit: string, period: string | null): string => `${unit}/${period ?? ''}`

/** A piece of a spreadsheet as it lies on the clipboard. */
export function gridOf(text: string): string[][] {
  const rows = text.replace(/\r?\n$/, '').split(/\r?\n/)
  return rows.map((row) => row.split('\t').map((cell) => cell.trim()))
}

/** Which cell a value of a pasted block belongs to. */
interface Placed {
  readonly row: SharedRow
  readonly cell: SharedCell
  readonly text: string
}

function placedIn(row: SharedRow | undefined, from: number, values: readonly string[]): Placed[] {
  if (row === undefined) return []
  return values.flatMap((text, at) => {
    const cell = row.cells[from + at]
    return cell === undefined ? [] : [{ row, cell, text }]
  })
}

/**
 * Places a block that was pasted into a cell: by the names of units where its first column holds such, else
 * row by row from the cell on.
 */
export function placeBlock(
  { rows }: SharedTable,
  at: { readonly row: number; readonly column: number },
  block: readonly (readonly string[])[],
): { readonly placed: Placed[]; readonly strangers: string[] } {
  const byName = new Map(rows.map((row) => [row.name, row]))
  const named = block.some(([first = '']) => byName.has(first))
  if (!named)
    return {
      placed: block.flatMap((values, i) => placedIn(rows[at.row + i], at.column, values)),
      strangers: [],
    }
  const strangers = block.flatMap(([first = '']) =>
    first === '' || byName.has(first) ? [] : [first],
  )
  const placed = block.flatMap(([first = '', ...values]) =>
    placedIn(byName.get(first), at.column, values),
  )
  return { placed, strangers }
}

/** What was typed into the table of a datum lies in the browser until it is saved. */
export function useTypedCells(cycle: string, fact: string) {
  const { person } = useMe()
  const key = draftKey(person.id, cycle, 'shared', fact)
  const [kept, setKept] = useState(() => ({ key, typed: readDraft(key) as TypedCells | null }))
  // Another datum has drafts of its own.
  const typed = (kept.key === key ? kept.typed : (readDraft(key) as TypedCells | null)) ?? {}
  const put = (next: TypedCells): void => {
    writeDraft(key, Object.keys(next).length === 0 ? null : next)
    setKept({ key, typed: next })
  }
  const change = (all: readonly { unit: string; cell: SharedCell; text: string }[]): void => {
    const next: Record<string, Typed> = { ...typed }
    for (const { unit, cell, text } of all) {
      const at = cellKey(unit, cell.period)
      if (text === (cell.text ?? '')) delete next[at]
      else next[at] = { text, base: next[at]?.base ?? cell.version }
    }
    put(next)
  }
  // What was typed while these were on their way stays.
  const settle = (sent: TypedCells): void => {
    const now = (readDraft(key) as TypedCells | null) ?? {}
    const left = Object.entries(now).flatMap(([at, one]): [string, Typed][] => {
      const was = sent[at]
      if (was === undefined) return [[at, one]]
      return was.text === one.text ? [] : [[at, { ...one, base: was.base + 1 }]]
    })
    put(Object.fromEntries(left))
  }
  return { typed, change, settle, clear: () => put({}) }
}
