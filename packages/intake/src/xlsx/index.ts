import { Refusal } from '../container/refusal.ts'
import { Zip } from '../container/zip.ts'
import type { Grid } from '../grid/index.ts'
import { fault, type Remark, say, warning } from '../report/index.ts'
import { type Book, readBook } from './book.ts'
import { readFormats } from './formats.ts'
import { readSheet } from './sheet.ts'
import { readStrings } from './strings.ts'

export interface Workbook {
  readonly grids: readonly Grid[]
  readonly remarks: readonly Remark[]
}

const RESAVE = say('请在表格软件里“另存为” .xlsx 后再交', 'save it as .xlsx and send that')

function notWorkbook(zip: Zip): Refusal {
  const has = (name: string): boolean => zip.entries.has(name)
  if (has('xl/workbook.bin'))
    return new Refusal(
      fault('old-format', say('是 .xlsb 二进制工作簿', 'a binary workbook (.xlsb)'), {
        expected: RESAVE,
      }),
    )
  if (has('word/document.xml'))
    return new Refusal(
      fault('wrong-type', say('是 Word 文件', 'a Word document'), { expected: RESAVE }),
    )
  if (has('content.xml') && has('mimetype'))
    return new Refusal(
      fault('wrong-type', say('是 ODF 文件（.ods 等）', 'an OpenDocument file'), {
        expected: RESAVE,
      }),
    )
  return new Refusal(
    fault('wrong-type', say('是压缩包，里面没有工作簿', 'an archive without a workbook'), {
      expected: RESAVE,
    }),
  )
}

function remarksOn(book: Book): Remark[] {
  const remarks: Remark[] = []
  if (book.macros)
    remarks.push(
      warning(
        'macros',
        say('含有宏，只读数据，宏没有运行', 'contains macros; only data is read, nothing is run'),
      ),
    )
  if (book.outsideLinks)
    remarks.push(
      warning(
        'outside-links',
        say(
          '链接到别的工作簿，用的是保存时的值',
          'links to other workbooks; stored values are used',
        ),
      ),
    )
  return remarks
}

/**
 * Reads all sheets of a workbook. This is the only place that knows the format.
 * @param limit Bytes that may come out of the archive.
 * @throws Refusal when it is damaged, explodes, or is no workbook.
 */
export function readWorkbook(file: string, bytes: Uint8Array, limit: number): Workbook {
  const zip = new Zip(bytes, limit)
  const book = readBook(zip)
  if (book === undefined) throw notWorkbook(zip)
  const context = { strings: readStrings(zip, book.strings), formats: readFormats(zip) }
  const grids = book.sheets.map((sheet): Grid => {
    const { rows, merges, hiddenColumns } = readSheet(zip, sheet, context)
    return {
      file,
      name: sheet.name,
      form: 'sheet',
      hidden: sheet.hidden,
      rows,
      merges,
      hiddenColumns,
      from1904: book.from1904,
    }
  })
  return { grids, remarks: remarksOn(book) }
}
