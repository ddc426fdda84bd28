import type { Problem } from '../diagnostic/diagnostic.ts'
import type { Origin } from './origin.ts'

const LARGEST = 4_000_000
const DEEPEST = 60

function at(origin: Origin, start: number, length = 1): Problem['at'] {
  return { origin, start, end: start + length }
}

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/

/** How deep the brackets of flow collections go at most, and where; quotes are not looked at. */
function deepest(text: string): number | undefined {
  let depth = 0
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i]
    if (character === '[' || character === '{') depth += 1
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1)
    if (depth > DEEPEST) return i
  }
  const dashes = /^ *(?:[-?] ){60}/m.exec(text)
  return dashes?.index
}

/** What makes it pointless to read a file at all. */
export function unreadable(origin: Origin): Problem | undefined {
  const { text } = origin
  if (text.length > LARGEST) {
    return {
      code: 'too-large',
      at: at(origin, 0),
      found: `${text.length}`,
      expected: { zh: `不超过 ${LARGEST} 个字符`, en: `at most ${LARGEST} characters` },
    }
  }
  const control = CONTROL.exec(text)
  if (control) {
    return {
      code: 'binary-file',
      at: at(origin, control.index),
      found: `0x${control[0].charCodeAt(0).toString(16).padStart(2, '0')}`,
    }
  }
  const lost = text.indexOf('\u{fffd}')
  if (lost !== -1)
    return { code: 'bad-encoding', at: at(origin, lost), found: '\u{fffd}', expected: 'UTF-8' }
  const deep = deepest(text)
  if (deep !== undefined) {
    return {
      code: 'too-deep',
      at: at(origin, deep),
      found: `${DEEPEST + 1}`,
      expected: { zh: `不超过 ${DEEPEST} 层`, en: `at most ${DEEPEST} levels` },
    }
  }
  return undefined
}
