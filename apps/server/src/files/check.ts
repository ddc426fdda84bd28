import { isUtf8 } from 'node:buffer'
import { pdfFault } from './pdf.ts'
import { type Kind, kindOf } from './kinds.ts'
import { zipFault } from './zip.ts'

/** A file that may be kept, with its type as its content says. */
export interface Checked {
  readonly type: string
}

/** Why a file is not taken, in words for the one who sent it. */
export interface Refused {
  readonly why: string
}

const MACRO_OF_OLD_OFFICE = Buffer.from('_VBA_PROJECT', 'utf16le')
const MARKUP = /<(?:!doctype|html|svg|script|iframe|body|head|\?xml)/i
const LOOKED_AT = 4096

function textFault(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return '内容不是文字'
  return MARKUP.test(bytes.subarray(0, LOOKED_AT).toString('latin1'))
    ? '网页和 SVG 里可以藏程序，不收；请截图或另存为 PDF'
    : undefined
}

async function faultOf(kind: Kind, bytes: Buffer): Promise<string | undefined> {
  switch (kind.form) {
    case 'pdf':
      return pdfFault(bytes)
    case 'zip':
      return zipFault(bytes, kind.inside)
    case 'ole':
      return bytes.includes(MACRO_OF_OLD_OFFICE) ? '文件带宏，请去掉宏或另存为 PDF' : undefined
    case 'text':
      return textFault(bytes)
    case 'other':
      return undefined
  }
}

// Two ways of writing Chinese are in use; nothing else comes as text here (see textOf).
function lettersOf(bytes: Buffer): string {
  return isUtf8(bytes) ? 'utf-8' : 'gb18030'
}

/**
 * Looks at a file of evidence: its content must be of a known kind and fit its name, and hold nothing that
 * runs: no macros, no active PDF, no web page, no archive that explodes.
 */
export async function checkFile(name: string, bytes: Buffer): Promise<Checked | Refused> {
  const kind = kindOf(name)
  if (kind === undefined)
    return { why: '不收这种文件；可以交图片、PDF、Word、Excel、PPT、视频、录音、文本和 zip' }
  if (!kind.begins(bytes)) return { why: `内容与后缀不符，不是 ${kind.name}` }
  const why = await faultOf(kind, bytes)
  if (why !== undefined) return { why }
  return { type: kind.form === 'text' ? `${kind.type}; charset=${lettersOf(bytes)}` : kind.type }
}
