/** What the process that sets documents is asked: a document, and the second since 1970 as which it counts as made. */
export interface Ask {
  readonly id: number
  readonly source: string
  readonly madeAt: number
}

/** What it answers: the bytes, or what is wrong. */
export type Answer =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly missing: readonly string[] }
  | { readonly id: number; readonly wrong: string }

/** What it begins with. */
export interface Start {
  readonly folder: string | null
}
