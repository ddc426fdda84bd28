import { detect, endingDiffers } from './container/detect.ts'
import { Refusal } from './container/refusal.ts'
import { decodeText } from './container/decode.ts'
import { readCsv } from './csv/index.ts'
import type { Grid } from './grid/index.ts'
import type { Limits } from './limits.ts'
import { fault, type Report, say, warning } from './report/index.ts'
import { readWorkbook } from './xlsx/index.ts'

export interface InputFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** A file taken apart: sheets and text tables, or the text of a JSON file. */
export interface Opened {
  readonly grids: readonly Grid[]
  readonly json: { readonly file: string; readonly text: string } | undefined
}

/** A JSON file is built as a whole, which takes some ten times its size. */
const MOST_JSON_BYTES = 67_108_864

const NOTHING: Opened = { grids: [], json: undefined }

const nameOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? path

function tooLarge(): Refusal {
  return new Refusal(
    fault('too-large', say('文件太大', 'the file is too large'), {
      expected: say('请分成几个文件', 'split it into several files'),
    }),
  )
}

function openKnown(
  form: 'zip' | 'text' | 'json',
  file: string,
  bytes: Uint8Array,
  limits: Limits,
  report: Report,
): Opened {
  if (form === 'json' && bytes.length > MOST_JSON_BYTES) throw tooLarge()
  if (form === 'json') return { grids: [], json: { file, text: decodeText(bytes) } }
  if (form === 'text') return { grids: [readCsv(file, bytes)], json: undefined }
  const book = readWorkbook(file, bytes, limits.unpackedBytes)
  for (const remark of book.remarks) report.add({ file }, remark)
  return { grids: book.grids, json: undefined }
}

function openChecked(input: InputFile, limits: Limits, report: Report): Opened {
  const file = nameOf(input.path)
  const detected = detect(input.path, input.bytes)
  if ('fault' in detected) throw new Refusal(detected.fault)
  if (endingDiffers(input.path, detected.form)) {
    const form = { zip: '.xlsx', text: '.csv', json: '.json' }[detected.form]
    report.add(
      { file },
      warning(
        'wrong-ending',
        say(`后缀与内容不符，内容是 ${form}，按内容读`, `the ending does not fit; read as ${form}`),
      ),
    )
  }
  return openKnown(detected.form, file, input.bytes, limits, report)
}

/** Opens a file of facts; what cannot be opened is reported and yields nothing. */
export function openFile(input: InputFile, limits: Limits, report: Report): Opened {
  const file = nameOf(input.path)
  try {
    if (input.bytes.length > limits.fileBytes) throw tooLarge()
    return openChecked(input, limits, report)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    report.add({ file }, error.remark)
    return NOTHING
  }
}
