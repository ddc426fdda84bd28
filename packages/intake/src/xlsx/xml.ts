import { SaxesParser } from 'saxes'
import { Refusal } from '../container/refusal.ts'
import type { Zip, ZipEntry } from '../container/zip.ts'
import { fault, say } from '../report/index.ts'

export type Attributes = Readonly<Record<string, string>>

export interface XmlHandler {
  open(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
  /**
   * Reads by itself what stands in `text` from `at` on, as far as it knows it, and says how far that was.
   * Asked only between two tags; the parser never sees what was taken, so it must be whole elements.
   */
  skim?(text: string, at: number): number
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

type Parser = SaxesParser<{ position: false }>

function parserFor(part: string, handler: XmlHandler): Parser {
  const parser = new SaxesParser({ position: false as const })
  parser.on('opentag', (tag) => handler.open(local(tag.name), tag.attributes as Attributes))
  if (handler.text !== undefined) {
    const take = handler.text.bind(handler)
    parser.on('text', take)
    parser.on('cdata', take)
  }
  if (handler.close !== undefined) parser.on('closetag', (tag) => handler.close?.(local(tag.name)))
  // Entities declared inside a part could be used to read files or to explode.
  parser.on('doctype', () => {
    throw broken(part, '含有文档类型声明，不予读取', 'declares a document type and is not read')
  })
  parser.on('error', () => {
    throw broken(part, '不是合格的 XML', 'is not well-formed XML')
  })
  return parser
}

// One tag at a time, so that the handler is asked wherever it could go on by itself.
function feed(parser: Parser, handler: XmlHandler, text: string): void {
  if (handler.skim === undefined) {
    parser.write(text)
    return
  }
  for (let at = 0; at < text.length; ) {
    at = handler.skim(text, at)
    const end = text.indexOf('>', at) + 1 || text.length
    parser.write(text.slice(at, end))
    at = end
  }
}

/** Reads one part of a workbook as XML, piece by piece. @throws Refusal when it is damaged. */
export function readXml(zip: Zip, entry: ZipEntry, handler: XmlHandler): void {
  const parser = parserFor(entry.name, handler)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  zip.unpack(entry, (bytes, last) => {
    let text = ''
    try {
      text = decoder.decode(bytes, { stream: !last })
    } catch {
      throw broken(entry.name, '的文字编码不对', 'is not UTF-8')
    }
    feed(parser, handler, text)
  })
  parser.close()
}
