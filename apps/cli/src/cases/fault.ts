import type { Words } from '../refusal.ts'

/** A case that cannot be computed: where in its file, and why, in both languages. */
export class CaseFault extends Error {
  readonly words: Words

  /** @param place `file:line:column` with the path of keywords, as far as they are known */
  constructor(place: string, words: Words) {
    const { zh, en } = words
    super(place === '' ? zh : `${place}：${zh}`)
    this.words = place === '' ? words : { zh: `${place}：${zh}`, en: `${place}: ${en}` }
  }
}
