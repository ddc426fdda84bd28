import { extname } from 'node:path'
import { type Block, type PlainSheet, readSheets, readWord } from '@kaohe/intake'

/** The words of a file, in its parts: the sheets of a workbook, or one. */
export interface FileText {
  readonly parts: { title: string | null; blocks: Block[] }[]
  readonly cut: boolean
}

const MOST_SHEETS = 10
const MOST_ROWS = 200
const MOST_COLUMNS = 30
const MOST_CHARACTERS = 100_000

function rowsOf({ rows }: PlainSheet): string[][] {
  return rows.slice(0, MOST_ROWS).map(({ cells }) => {
    const width = Math.min(MOST_COLUMNS, Math.max(...cells.keys()) + 1)
    return Array.from({ length: width }, (_, at) => cells.get(at)?.text ?? '')
  })
}

function sheetsText(name: string, bytes: Uint8Array): FileText | undefined {
  const { sheets, refused } = readSheets({ path: name, bytes }, () => false)
  if (refused.length > 0) return undefined
  const parts = sheets.slice(0, MOST_SHEETS).map((sheet) => ({
    title: sheet.sheet,
    blocks: [{ kind: 'table' as const, rows: rowsOf(sheet) }],
  }))
  const cut = sheets.length > MOST_SHEETS || sheets.some(({ rows }) => rows.length > MOST_ROWS)
  return { parts, cut }
}

function plainText(bytes: Uint8Array): FileText {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    text = new TextDecoder('gb18030').decode(bytes)
  }
  const block = { kind: 'text' as const, heading: false, text: text.slice(0, MOST_CHARACTERS) }
  return { parts: [{ title: null, blocks: [block] }], cut: text.length > MOST_CHARACTERS }
}

/** What a file says in words, for those who look before they open it; undefined where it has none to read. */
export function textOf(name: string, bytes: Uint8Array): FileText | undefined {
  switch (extname(name).toLowerCase()) {
    case '.docx': {
      const word = readWord(bytes)
      return word && { parts: [{ title: null, blocks: [...word.blocks] }], cut: word.cut }
    }
    case '.xlsx':
    case '.csv':
      return sheetsText(name, bytes)
    case '.txt':
      return plainText(bytes)
    default:
      return undefined
  }
}
