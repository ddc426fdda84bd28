import { SaxesParser } from 'saxes'
import { Refusal } from '../container/refusal.ts'
import type { Zip, ZipEntry } from '../container/zip.ts'
import { fault, say } from '../report/index.ts'

export type Attributes = Readonly<Record<string, string>>

export interface XmlHandler {
  open(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
  /** How the elements begin that `skim` may take, as they stand in the text. */
  readonly skimmed?: string
  /**
   * Reads by itself what stands in `text` from `at` on, as far as it knows it, and says how far that was.
   * The parser never sees what was taken, so it must be whole elements, and only right behind a tag.
   */
  skim?(text: string, at: number): number
  /** Told before a tag: whatever came before it says nothing about what may be taken behind it. */
  forget?(): void
}

// Names are compared without their prefix: some programs write x:row.
const local = (name: string): string =>
  name.includes(':') ? name.slice(name.indexOf(':') + 1) : name

function broken(part: string, zh: string, en: string): Refusal {
  const expected = say(
    '请用表格软件打开、另存后再交',
    'open it in a spreadsheet program, save it and send that',
  )
  return new Refusal(
    fault('damaged', say(`工作簿里的 ${part} ${zh}`, `${part} of the workbook ${en}`), {
      expected,
    }),
  )
}

/** Parts of a workbook are seven or eight elements deep. */
const MOST_DEPTH = 64
/** Characters without a single tag, or within one: a cell holds at most 32,767. */
const LONGEST = 2_097_152

/** Counts what a parser would keep all of: how deep it is, and how much it has read since the last tag. */
class Measure {
  readonly #part: string
  #depth = 0
  #since = 0

  constructor(part: string) {
    this.#part = part
  }

  open(): void {
    this.#since = 0
    this.#depth += 1
    if (this.#depth > MOST_DEPTH) throw broken(this.#part, '嵌套太深', 'is nested too deeply')
  }

  close(): void {
    this.#since = 0
    this.#depth -= 1
  }

  read(length: number): void {
    this.#since += length
    if (this.#since > LONGEST) throw tooLong(this.#part)
  }
}

function tooLong(part: string): Refusal {
  const why = say(
    `工作簿里的 ${part} 有一处内容太长`,
    `${part} of the workbook has a text too long`,
  )
  const expected = say('请删去多余的内容后再交', 'remove what is not needed and send it again')
  return new Refusal(fault('too-large', why, { expected }))
}

type Parser = SaxesParser<{ position: false }>

function parserFor(part: string, handler: XmlHandler, measure: Measure): Parser {
  const parser = new SaxesParser({ position: false as const })
  parser.on('opentag', (tag) => {
    measure.open()
    handler.open(local(tag.name), tag.attributes as Attributes)
  })
  if (handler.text !== undefined) {
    const take = handler.text.bind(handler)
    parser.on('text', take)
    parser.on('cdata', take)
  }
  parser.on('closetag', (tag) => {
    measure.close()
    handler.close?.(local(tag.name))
  })
  // Entities declared inside a part could be used to read files or to explode.
  parser.on('doctype', () => {
    throw broken(part, '含有文档类型声明，不予读取', 'declares a document type and is not read')
  })
  parser.on('error', () => {
    throw broken(part, '不是合格的 XML', 'is not well-formed XML')
  })
  return parser
}

/**
 * Gives text to the parser up to the next element that the handler may take by itself. The tag right before
 * it goes alone: when the handler hears of that tag, it is one, and not a part of a comment or a text.
 */
function feed(parser: Parser, handler: XmlHandler, text: string): void {
  for (let at = 0; at < text.length; ) {
    at = handler.skim?.(text, at) ?? at
    const next = handler.skimmed === undefined ? -1 : text.indexOf(handler.skimmed, at + 1)
    const tag = next < 0 ? -1 : text.lastIndexOf('<', next - 1)
    if (tag > at) parser.write(text.slice(at, tag))
    handler.forget?.()
    parser.write(text.slice(Math.max(at, tag), next < 0 ? text.length : next))
    at = next < 0 ? text.length : next
  }
  // The piece may end within a comment or a tag.
  handler.forget?.()
}

/** Reads one part of a workbook as XML, piece by piece. @throws Refusal when it is damaged. */
export function readXml(zip: Zip, entry: ZipEntry, handler: XmlHandler): void {
  const measure = new Measure(entry.name)
  const parser = parserFor(entry.name, handler, measure)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  zip.unpack(entry, (bytes, last) => {
    let text = ''
    try {
      text = decoder.decode(bytes, { stream: !last })
    } catch {
      throw broken(entry.name, '的文字编码不对', 'is not UTF-8')
    }
    feed(parser, handler, text)
    measure.read(text.length)
  })
  parser.close()
}
