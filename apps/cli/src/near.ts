import type { Words } from './refusal.ts'

/** `，是不是“…”？` about a word that is none of those known; nothing where none is near. */
export async function near(written: string, known: Iterable<string>): Promise<Words> {
  const { nearestWord } = await import('@kaohe/scheme')
  const found = nearestWord(written, known)
  return found === undefined
    ? { zh: '', en: '' }
    : { zh: `是不是“${found}”？`, en: ` Did you mean “${found}”?` }
}
