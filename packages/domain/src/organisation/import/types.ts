/** A cell as it was read; `problem` when it cannot be what its column asks. */
export interface ImportCell {
  readonly text: string
  readonly problem?: string
}

/** One row: as the file counts it, and its cells by column counted from 0. */
export interface ImportRow {
  readonly row: number
  readonly cells: ReadonlyMap<number, ImportCell>
}

export interface ImportSheet {
  readonly sheet: string
  readonly rows: readonly ImportRow[]
}

/** A unit that is there, with its attributes as last known. */
export interface ImportUnit {
  readonly id: string
  readonly path: readonly string[]
  readonly name: string
  readonly shortName: string | null
  readonly kind: string
  readonly foundedOn: string | null
  readonly peerGroup: string | null
  readonly version: number
  readonly attributes: Readonly<Record<string, string>>
}

/** The part of the tree that an import may change: the units at and below its top. */
export interface ImportTree {
  readonly top: string
  readonly units: readonly ImportUnit[]
}

/** What is wrong at one place, and what to write there. Columns count from 0; none for a whole row. */
export interface ImportFault {
  readonly code: string
  readonly sheet: string
  readonly row: number
  readonly column: number | null
  readonly found: string
  readonly message: string
  readonly write: string
}

/** What a row wants a unit to be. Absent: the file has no such column, or the cell is empty. */
export interface Wanted {
  readonly name: string
  readonly kind: string
  readonly shortName?: string
  readonly foundedOn?: string
  readonly peerGroup?: string
  readonly attributes: Readonly<Record<string, string>>
}

export interface UnitAdded extends Wanted {
  readonly id: string
  readonly path: readonly string[]
  readonly row: number
  readonly sheet: string
}

export interface UnitChanged {
  readonly id: string
  readonly version: number
  readonly row: number
  readonly sheet: string
  /** By field: what it was and what it becomes. */
  readonly fields: Readonly<Record<string, { readonly was: string | null; readonly is: string }>>
  readonly wanted: Wanted
  /** The parent that it moves below, when it moves. */
  readonly parent: string
  readonly placeChanged: boolean
}

export interface ImportPlan {
  readonly added: readonly UnitAdded[]
  readonly changed: readonly UnitChanged[]
  readonly unchanged: number
  /** New paths of all units in subtrees that move. */
  readonly paths: ReadonlyMap<string, readonly string[]>
  readonly faults: readonly ImportFault[]
}
