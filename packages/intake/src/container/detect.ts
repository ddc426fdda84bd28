import { fault, type Remark, say } from '../report/index.ts'

export type FileForm = 'zip' | 'text' | 'json'

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ZIP = [0x50, 0x4b, 0x03, 0x04]
const KNOWN: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'PNG 图片'],
  [[0xff, 0xd8, 0xff], 'JPEG 图片'],
  [[0x52, 0x61, 0x72, 0x21], 'RAR 压缩包'],
  [[0x37, 0x7a, 0xbc, 0xaf], '7z 压缩包'],
  [[0x1f, 0x8b], 'gzip 压缩包'],
]

const WANTED = say('请交 .xlsx、.csv 或 .json', 'send .xlsx, .csv or .json')
const RESAVE = say('请在表格软件里“另存为” .xlsx 后再交', 'save it as .xlsx and send that')

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte)
}

function holds(bytes: Uint8Array, word: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    Buffer.from(word, 'utf16le'),
  )
}

function ole(bytes: Uint8Array): Remark {
  if (holds(bytes, 'EncryptedPackage')) {
    return fault('encrypted', say('设了打开密码，读不了', 'protected by a password'), {
      expected: say('请去掉密码后再交', 'remove the password and send it again'),
    })
  }
  return fault(
    'old-format',
    say(
      '是旧式的 .xls（或其他旧式 Office 文件），不能直接读',
      'an old .xls (or another old Office file)',
    ),
    { expected: RESAVE },
  )
}

function binary(bytes: Uint8Array): boolean {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return !utf16 && bytes.subarray(0, 65_536).includes(0)
}

function htmlOrXml(bytes: Uint8Array): Remark | undefined {
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 512))
    .replace(/^ï»¿/, '')
    .trimStart()
    .toLowerCase()
  if (!/^<(\?xml|!doctype|html|table|style|meta)/.test(head)) return undefined
  return fault(
    'web-page',
    say('是网页或 XML，不是真正的表格文件', 'a web page or XML, not a real workbook'),
    { expected: RESAVE },
  )
}

const ending = (path: string): string => /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''

function textForm(path: string, bytes: Uint8Array): FileForm {
  if (ending(path) === 'json') return 'json'
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 64))
    .replace(/^ï»¿/, '')
    .trimStart()
  return head.startsWith('{') && ending(path) !== 'csv' ? 'json' : 'text'
}

/** What a file is, told by its first bytes rather than by its name; or why it cannot be read. */
export function detect(path: string, bytes: Uint8Array): { form: FileForm } | { fault: Remark } {
  if (bytes.length === 0)
    return {
      fault: fault('empty-file', say('是空文件（0 字节）', 'the file is empty (0 bytes)'), {
        expected: WANTED,
      }),
    }
  if (startsWith(bytes, OLE)) return { fault: ole(bytes) }
  if (startsWith(bytes, ZIP)) return { form: 'zip' }
  const known = KNOWN.find(([magic]) => startsWith(bytes, magic))
  if (known !== undefined)
    return {
      fault: fault(
        'wrong-type',
        say(`内容是 ${known[1]}，不是数据`, `the content is ${known[1]}, not data`),
        { expected: WANTED },
      ),
    }
  const page = htmlOrXml(bytes)
  if (page !== undefined) return { fault: page }
  if (!binary(bytes)) return { form: textForm(path, bytes) }
  return {
    fault: fault(
      'binary',
      say('内容不是文字也不是工作簿，可能已经损坏', 'neither text nor a workbook; perhaps damaged'),
      { expected: WANTED },
    ),
  }
}

/** A warning when the name of the file says something else than its content. */
export function endingDiffers(path: string, form: FileForm): boolean {
  const name = ending(path)
  if (form === 'zip') return !['xlsx', 'xlsm', 'xltx', 'xltm', 'zip', ''].includes(name)
  return form === 'json' ? !['json', ''].includes(name) : !['csv', 'txt', 'tsv', ''].includes(name)
}
