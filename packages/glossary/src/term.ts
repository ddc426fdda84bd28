/** One term, one name: the Chinese word of schemes and screens, and what code calls it. */
export interface Term {
  readonly zh: string
  readonly en: string
  /** One Chinese sentence. */
  readonly means: string
  /** Terms that it is easily taken for. */
  readonly not: readonly string[]
}

export interface Chapter {
  readonly title: string
  readonly terms: readonly Term[]
}

export function term(zh: string, en: string, means: string, not: readonly string[] = []): Term {
  return { zh, en, means, not }
}
