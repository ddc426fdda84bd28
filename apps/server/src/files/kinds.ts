import { extname } from 'node:path'

/** A kind of file that evidence may be: how its content begins, and how it is looked into. */
export interface Kind {
  readonly name: string
  /** As it is served: never a type that a browser runs. */
  readonly type: string
  readonly form: 'pdf' | 'zip' | 'ole' | 'text' | 'other'
  /** For documents in an archive: the folder that makes them what they are. */
  readonly inside?: string
  begins(bytes: Buffer): boolean
}

const starts =
  (hex: string, at = 0) =>
  (bytes: Buffer): boolean =>
    bytes.subarray(at, at + hex.length / 2).equals(Buffer.from(hex, 'hex'))

const ascii = (text: string, at = 0) => starts(Buffer.from(text, 'latin1').toString('hex'), at)

const ZIP = starts('504b0304')
const OLE = starts('d0cf11e0a1b11ae1')
const OFFICE = 'application/vnd.openxmlformats-officedocument'

const other = (name: string, type: string, begins: Kind['begins']): Kind => ({
  name,
  type,
  form: 'other',
  begins,
})
const office = (name: string, type: string, inside: string): Kind => ({
  name,
  type: `${OFFICE}.${type}`,
  form: 'zip',
  inside,
  begins: ZIP,
})
const old = (name: string, type: string): Kind => ({ name, type, form: 'ole', begins: OLE })
const text: Kind = { name: '文本', type: 'text/plain', form: 'text', begins: () => true }
const jpeg = other('JPEG 图片', 'image/jpeg', starts('ffd8ff'))

const KINDS: Readonly<Record<string, Kind>> = {
  '.jpg': jpeg,
  '.jpeg': jpeg,
  '.png': other('PNG 图片', 'image/png', starts('89504e470d0a1a0a')),
  '.gif': other('GIF 图片', 'image/gif', ascii('GIF8')),
  '.webp': other('WebP 图片', 'image/webp', (b) => ascii('RIFF')(b) && ascii('WEBP', 8)(b)),
  '.heic': other('HEIC 图片', 'image/heic', ascii('ftyp', 4)),
  '.mp4': other('MP4 视频', 'video/mp4', ascii('ftyp', 4)),
  '.mov': other('MOV 视频', 'video/quicktime', (b) => ascii('ftyp', 4)(b) || ascii('moov', 4)(b)),
  '.mp3': other('MP3 录音', 'audio/mpeg', (b) => ascii('ID3')(b) || starts('ff')(b)),
  '.m4a': other('M4A 录音', 'audio/mp4', ascii('ftyp', 4)),
  '.pdf': { name: 'PDF', type: 'application/pdf', form: 'pdf', begins: ascii('%PDF-') },
  '.docx': office('Word 文档', 'wordprocessingml.document', 'word/'),
  '.xlsx': office('Excel 工作簿', 'spreadsheetml.sheet', 'xl/'),
  '.pptx': office('PPT 演示文稿', 'presentationml.presentation', 'ppt/'),
  '.doc': old('Word 文档', 'application/msword'),
  '.wps': old('WPS 文档', 'application/msword'),
  '.xls': old('Excel 工作簿', 'application/vnd.ms-excel'),
  '.et': old('WPS 表格', 'application/vnd.ms-excel'),
  '.ppt': old('PPT 演示文稿', 'application/vnd.ms-powerpoint'),
  '.zip': { name: 'zip 压缩包', type: 'application/zip', form: 'zip', begins: ZIP },
  '.txt': text,
  '.csv': text,
}

/** The kind that a file's name says; undefined for kinds that are not taken. */
export function kindOf(name: string): Kind | undefined {
  return KINDS[extname(name).toLowerCase()]
}
