import { type Rational, formatRational, negate } from '@kaohe/engine'
import type { Phrase } from '../diagnostic/diagnostic.ts'

/** The same sentence in both languages. */
export function say(zh: string, en: string): Phrase {
  return { zh: unquoted(zh), en: unquoted(en) }
}

// 《…》 are quotation marks already.
function unquoted(words: string): string {
  return words.replaceAll(/“(《[^《》]*》)”/g, '$1')
}

/** Names in a row: at most so many, then how many there are. */
export function listed(names: readonly string[], most = 6): Phrase {
  const shown = names.slice(0, most)
  const more = names.length > most
  return {
    zh: `${shown.join('、')}${more ? `等${names.length}项` : ''}`,
    en: `${shown.join(', ')}${more ? ` and others (${names.length} in all)` : ''}`,
  }
}

/** `得2分`, `扣2分`, `不得分也不扣分`. */
export function effect(value: Rational): Phrase {
  if (value.num === 0n) return say('得0分', '0 points')
  const size = formatRational(value.num < 0n ? negate(value) : value)
  return value.num < 0n ? say(`扣${size}分`, `−${size}`) : say(`得${size}分`, `+${size}`)
}
