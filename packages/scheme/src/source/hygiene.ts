import type { Problem } from '../diagnostic/diagnostic.ts'
import { lookAlike } from '../diagnostic/lookalike.ts'
import type { Origin } from './origin.ts'
import type { Repair } from './repair.ts'

/** Slips that YAML would misread, each with the repair that lets the rest of the file be read. */
export interface Slip {
  readonly problem: Problem
  readonly repair: Repair
}

interface Line {
  readonly text: string
  readonly at: number
}

/** Lines outside block scalars, where indentation and colons are structure. */
export function structuralLines(origin: Origin): Line[] {
  const lines: Line[] = []
  let block: number | undefined
  origin.starts.forEach((at, i) => {
    const text = origin.text
      .slice(at, origin.starts[i + 1] ?? origin.text.length)
      .replace(/\r?\n$/, '')
    const indent = text.length - text.trimStart().length
    if (block !== undefined && (text.trim() === '' || indent > block)) return
    block = /(?:^|[\s:])[|>][+-]?\d?[+-]?\s*(?:#.*)?$/.test(text) ? indent : undefined
    if (!text.trimStart().startsWith('#')) lines.push({ text, at })
  })
  return lines
}

function slip(
  origin: Origin,
  at: number,
  length: number,
  insert: string,
  problem: Pick<Problem, 'code' | 'found' | 'expected' | 'nearest'>,
): Slip {
  return {
    problem: { ...problem, at: { origin, start: at, end: at + length } },
    repair: { at, remove: length, insert },
  }
}

function indentSlips(origin: Origin, line: Line): Slip[] {
  const blank = /^[\s\u{feff}]*/u.exec(line.text)?.[0] ?? ''
  if (blank.length === line.text.length) return []
  return [...blank].flatMap((character, i) => {
    if (character === '\t')
      return [
        slip(origin, line.at + i, 1, '  ', { code: 'tab-indent', found: 'Tab', expected: '空格' }),
      ]
    const like = lookAlike(character)
    if (like?.plain !== ' ') return []
    const insert = character === '\u{3000}' ? '  ' : ' '
    return [
      slip(origin, line.at + i, 1, insert, {
        code: 'special-space',
        found: { zh: like.name, en: like.english },
      }),
    ]
  })
}

const KEY =
  /^([\s\u{feff}]*(?:-\s+)*)([^\s:："'#[\]{},-][^\s:："'#]*?)([ \u{a0}\u{3000}]*)([:：])([\u{a0}\u{3000}]*)(\S?)/u

function colonSlips(origin: Origin, line: Line, keywords: ReadonlySet<string>): Slip[] {
  const match = KEY.exec(line.text)
  if (match === null) return []
  const [, lead = '', key = '', gap = '', colon, odd = '', next] = match
  const at = line.at + lead.length + key.length + gap.length
  if (colon === '：' && keywords.has(key)) {
    return [
      slip(origin, at, 1 + odd.length, ': ', {
        code: 'fullwidth-colon',
        found: key,
        nearest: `${key}: `,
      }),
    ]
  }
  if (!keywords.has(key)) return []
  const like = lookAlike(odd[0] ?? '')
  if (odd !== '' && like)
    return [
      slip(origin, at + 1, odd.length, ' ', {
        code: 'special-space',
        found: { zh: like.name, en: like.english },
      }),
    ]
  const glued =
    colon === ':' &&
    next !== '' &&
    line.text[match[0].length - 1] === next &&
    line.text[lead.length + key.length + gap.length + 1] === next
  if (!glued) return []
  return [slip(origin, at, 1, ': ', { code: 'missing-space', found: key, nearest: `${key}: ` })]
}

const SPECIAL =
  /(?<=(?::|-|,|\{) )(?:[[(][^[\](){}"',，]+[,，][^[\](){}"',，]+\)|>=?(?![-+\d]*\s*$) *[^\s"'#,}\]][^"'#,}\]\n]*)/gu

/** `[90%, 95%)` and `>= 5` start with signs that YAML takes for its own. */
function unquotedSlips(origin: Origin, line: Line): Slip[] {
  const plain = line.text.replaceAll(/"[^"]*"|'[^']*'/g, (quoted) => '"'.repeat(quoted.length))
  return [...plain.matchAll(SPECIAL)].map(({ 0: whole, index }) => {
    const written = line.text.slice(index, index + whole.trimEnd().length)
    return slip(origin, line.at + index, written.length, `"${written}"`, {
      code: 'unquoted-value',
      found: written,
      nearest: `"${written}"`,
    })
  })
}

/** Tabs and special spaces in indentation, full-width colons after keywords, colons without their space. */
export function slipsOf(origin: Origin, keywords: ReadonlySet<string>): Slip[] {
  return structuralLines(origin).flatMap((line) => [
    ...indentSlips(origin, line),
    ...colonSlips(origin, line, keywords),
    ...unquotedSlips(origin, line),
  ])
}
