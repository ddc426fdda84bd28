/** The same words in both languages of the messages. */
export interface Phrase {
  readonly zh: string
  readonly en: string
}

/** Words that are the same in both languages: keywords, ids, what was written. */
export function same(words: string): Phrase {
  return { zh: words, en: words }
}

/** Words of a scheme in quotation marks. */
export function quoted(words: string): Phrase {
  return same(`“${words}”`)
}

/** What may be written in the place of a word that is none of the choice's; undefined where there is no choice. */
export function oneOf(words: readonly string[] | undefined): Phrase {
  const all = words?.join('、')
  return {
    zh: `应是可选的词：${all ?? '（左边不是选项）'}`,
    en: `expected one of the words ${all ?? '(what stands left is no choice)'}`,
  }
}
