import { templateFault } from './bounds.ts'
import { KNOWN, type Known } from './known.ts'
import { openTemplate, type Piece, TemplateMistake } from './open.ts'

/** What was found in a template: its placeholders, and why it is not taken. */
export interface Looked {
  readonly placeholders: readonly string[]
  readonly faults: readonly string[]
}

const isTag = ({ type }: Piece): boolean => type === 'placeholder'
const RAW = 'rawxml'

function insideOf(known: Known, name: string): Known | undefined {
  const found = Object.hasOwn(known, name) ? known[name] : undefined
  return typeof found === 'object' ? found.inside : undefined
}

function unknown(name: string, known: Known): string {
  return `不认识占位符 {${name}}；这里可以用 ${Object.keys(known).join('、')}`
}

function look(pieces: readonly Piece[], known: Known): Looked {
  const all = pieces.filter(isTag).map((piece): Looked => {
    const { module, subparsed } = piece
    const name = piece.value.trim()
    if (module === RAW) return { placeholders: [], faults: [`不能用 {@${name}}，请写成 {${name}}`] }
    if (!Object.hasOwn(known, name)) return { placeholders: [], faults: [unknown(name, known)] }
    if (subparsed === undefined)
      return typeof known[name] === 'string'
        ? { placeholders: [name], faults: [] }
        : { placeholders: [], faults: [`{${name}} 是一组，请写成 {#${name}}…{/${name}}`] }
    const inner = look(subparsed, { ...known, ...insideOf(known, name) })
    return { placeholders: [`#${name}`, ...inner.placeholders], faults: inner.faults }
  })
  const together = (of: (one: Looked) => readonly string[]) => [...new Set(all.flatMap(of))]
  return {
    placeholders: together((one) => one.placeholders),
    faults: together((one) => one.faults),
  }
}

const NONE = '文件里没有占位符；请在要填写的地方写上 {单位}、{等次} 这样的占位符'

/** Looks at a template of the office's own before it is taken. */
export function lookAtTemplate(bytes: Uint8Array, about: 'unit' | 'all'): Looked {
  const fault = templateFault(bytes)
  if (fault !== undefined) return { placeholders: [], faults: [fault] }
  try {
    const looked = look(openTemplate(bytes).pieces, KNOWN[about])
    const isEmpty = looked.placeholders.length === 0 && looked.faults.length === 0
    return isEmpty ? { ...looked, faults: [NONE] } : looked
  } catch (error) {
    if (error instanceof TemplateMistake) return { placeholders: [], faults: error.mistakes }
    return { placeholders: [], faults: ['文件打不开，请用 Word 或 WPS 另存为 .docx 再传'] }
  }
}
