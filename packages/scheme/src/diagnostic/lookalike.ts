/** Characters that look like another and are not it, by the plain character and by name. */
interface LookAlike {
  readonly plain: string
  readonly name: string
  readonly english: string
}

const CYRILLIC = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  і: 'i',
  ѕ: 's',
  к: 'k',
  м: 'm',
  т: 't',
  н: 'h',
  в: 'b',
}
const GREEK = { ο: 'o', α: 'a', ν: 'v', ρ: 'p', τ: 't', κ: 'k', ι: 'i' }
const DASHES = '‐‑‒–—―−－﹣'
const SPACES = '\u{a0}\u{3000}\u{2002}\u{2003}\u{2009}\u{202f}'
const INVISIBLE = '\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}'

function hex(character: string): string {
  return `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`
}

function letter(character: string): LookAlike | undefined {
  const cyrillic = CYRILLIC[character.toLowerCase() as keyof typeof CYRILLIC]
  if (cyrillic)
    return {
      plain: cyrillic,
      name: `西里尔字母“${character}”`,
      english: `Cyrillic ${hex(character)}`,
    }
  const greek = GREEK[character as keyof typeof GREEK]
  if (greek)
    return { plain: greek, name: `希腊字母“${character}”`, english: `Greek ${hex(character)}` }
  return undefined
}

function fullWidth(character: string): LookAlike | undefined {
  const code = character.codePointAt(0) as number
  if (code < 0xff01 || code > 0xff5e) return undefined
  const plain = String.fromCodePoint(code - 0xfee0)
  const kind = /\d/.test(plain) ? '数字' : /[a-z]/i.test(plain) ? '字母' : '符号'
  return { plain, name: `全角${kind}“${character}”`, english: `full-width “${character}”` }
}

/**
 * What a character is mistaken for, or undefined when it is what it seems.
 * @example
 * lookAlike('１')?.plain // '1'
 */
export function lookAlike(character: string): LookAlike | undefined {
  if (DASHES.includes(character))
    return { plain: '-', name: `横线“${character}”`, english: `dash ${hex(character)}` }
  if (SPACES.includes(character))
    return {
      plain: ' ',
      name: `特殊空格（${hex(character)}）`,
      english: `special space ${hex(character)}`,
    }
  if (INVISIBLE.includes(character))
    return {
      plain: '',
      name: `看不见的字符（${hex(character)}）`,
      english: `invisible ${hex(character)}`,
    }
  return fullWidth(character) ?? letter(character)
}

/** The text with every look-alike replaced by what it looks like, and spaces at the ends taken off. */
export function plainOf(text: string): string {
  return [...text]
    .map((character) => lookAlike(character)?.plain ?? character)
    .join('')
    .trim()
}

/** The first look-alike of a text and where it stands. */
export function firstLookAlike(
  text: string,
): (LookAlike & { readonly at: number; readonly character: string }) | undefined {
  let at = 0
  for (const character of text) {
    const found = lookAlike(character)
    if (found) return { ...found, at, character }
    at += character.length
  }
  return undefined
}
