/** A piece of a message in both languages, written side by side so that they cannot drift apart. */
export interface Phrase {
  readonly zh: string
  readonly en: string
}

export type Language = 'zh' | 'en'

export function say(zh: string, en: string): Phrase {
  return { zh, en }
}

/** The same in both languages: names, numbers, words of the scheme. */
export function same(text: string): Phrase {
  return { zh: text, en: text }
}
