export type Path = readonly (string | number)[]

/** `facts[3].value` */
export function writePath(path: Path): string {
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`))
    .join('')
}

function skipBlank(text: string, at: number): number {
  let i = at
  while (i < text.length && ' \t\r\n'.includes(text.charAt(i))) i += 1
  return i
}

function skipString(text: string, at: number): number {
  let i = at + 1
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1
  return i + 1
}

/** The offset after the value at `at`; the text is known to be sound. */
function skipValue(text: string, at: number): number {
  if (text[at] === '"') return skipString(text, at)
  if (text[at] !== '{' && text[at] !== '[') {
    let i = at
    while (i < text.length && !',]} \t\r\n'.includes(text.charAt(i))) i += 1
    return i
  }
  let depth = 0
  for (let i = at; i < text.length; i += 1) {
    const c = text[i]
    if (c === '"') i = skipString(text, i) - 1
    else if (c === '{' || c === '[') depth += 1
    else if ((c === '}' || c === ']') && (depth -= 1) === 0) return i + 1
  }
  return text.length
}

function enter(text: string, at: number, step: string | number): number | undefined {
  let i = skipBlank(text, at + 1)
  for (let index = 0; i < text.length && text[i] !== ']' && text[i] !== '}'; index += 1) {
    let here = typeof step === 'number' && index === step
    if (typeof step === 'string') {
      const end = skipString(text, i)
      here = JSON.parse(text.slice(i, end)) === step
      i = skipBlank(text, skipBlank(text, end) + 1)
    }
    if (here) return i
    i = skipBlank(text, skipValue(text, i))
    if (text[i] === ',') i = skipBlank(text, i + 1)
  }
  return undefined
}

/** Line and column (from 1) of an offset. */
export function lineAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return { line, column: offset - before.lastIndexOf('\n') }
}

/** Where the value of a path begins in sound JSON; the nearest place around it when it is absent. */
export function locate(text: string, path: Path): { line: number; column: number } {
  let at = skipBlank(text, 0)
  for (const step of path) {
    const inner = enter(text, at, step)
    if (inner === undefined) break
    at = inner
  }
  return lineAt(text, at)
}
