import { strFromU8, unzipSync } from 'fflate'

const MOST_UNPACKED = 20_000_000
const MOST_PART = 8_000_000
const MOST_PARTS = 500
const XML = /\.(?:xml|rels)$/i

/** What may be fetched or run when somebody opens the document. */
const ACTIVE: readonly (readonly [RegExp, string])[] = [
  [/<!(?:DOCTYPE|ENTITY)/i, '文件里有不该有的定义（DOCTYPE）'],
  [
    /relationships\/(?:attachedTemplate|oleObject|aFChunk|control|subDocument|frame)"/i,
    '文件里嵌有别的文件、控件或外部模板',
  ],
  [
    /<w:instrText[^>]*>[^<]*\b(?:DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|LINK|DATABASE)\b/i,
    '文件里有会取外部内容的域',
  ],
]
const OUTSIDE = /<Relationship\b[^>]*TargetMode="External"[^>]*>/gi

const fetches = (xml: string): boolean =>
  [...xml.matchAll(OUTSIDE)].some(([one]) => !/relationships\/hyperlink"/i.test(one))

function partFault(name: string, bytes: Uint8Array): string | undefined {
  if (!XML.test(name)) return undefined
  if (bytes.length > MOST_PART) return '文件内容太多'
  const xml = strFromU8(bytes)
  const found = ACTIVE.find(([pattern]) => pattern.test(xml))
  if (found !== undefined) return `${found[1]}，请去掉后再传`
  return fetches(xml) ? '文件里有指向外部的内容，请改为直接插入后再传' : undefined
}

/**
 * Why a file is not taken for a template: too large unpacked, or something in it fetches or runs what is
 * elsewhere. What it says of its sizes is believed only until it is unpacked.
 */
export function templateFault(bytes: Uint8Array): string | undefined {
  let [size, parts] = [0, 0]
  const filter = ({ originalSize }: { readonly originalSize: number }): boolean => {
    size += originalSize
    parts += 1
    return size <= MOST_UNPACKED && parts <= MOST_PARTS
  }
  let unpacked: Record<string, Uint8Array>
  try {
    unpacked = unzipSync(bytes, { filter })
  } catch {
    return '文件打不开，请用 Word 或 WPS 另存为 .docx 再传'
  }
  if (size > MOST_UNPACKED || parts > MOST_PARTS) return '文件解开后太大，请去掉图片再传'
  if (unpacked['word/document.xml'] === undefined) return '这不是 Word 文档（.docx）'
  return Object.entries(unpacked).flatMap(([name, part]) => partFault(name, part) ?? [])[0]
}
