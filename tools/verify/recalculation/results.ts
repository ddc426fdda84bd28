import { resultWorkbook } from '@kaohe/documents'
import ExcelJS, { type Cell } from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Notice } from './notices.ts'
import type { Office } from './office.ts'

const CLOSE = 1e-9

/** The workbook with its formulas and without the values that we wrote beside them. */
function withoutValues(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => {
    if (!name.startsWith('xl/worksheets/sheet')) return [name, part] as const
    const xml = strFromU8(part).replaceAll(/<\/f><v>[^<]*<\/v>/g, '</f>')
    return [name, strToU8(xml)] as const
  })
  return zipSync(Object.fromEntries(parts))
}

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Uint8Array.from(bytes).buffer)
  return book
}

/** The formulas of a workbook and what they give, by sheet and cell. */
function computed(book: ExcelJS.Workbook): Map<string, number> {
  const found = new Map<string, number>()
  const keep = (sheet: string) => (cell: Cell) => {
    if (cell.formula !== undefined && cell.formula !== '')
      found.set(`${sheet}!${cell.address}`, Number(cell.result))
  }
  for (const sheet of book.worksheets)
    sheet.eachRow((row) => row.eachCell({ includeEmpty: false }, keep(sheet.name)))
  return found
}

// Every figure of the first unit, one point more: were the totals only written there, nothing would follow.
function disturbed(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  const name = 'xl/worksheets/sheet2.xml'
  const xml = strFromU8(parts[name] ?? new Uint8Array())
  const row = /<row r="3".*?<\/row>/s.exec(xml)?.[0] ?? ''
  const changed = row.replaceAll(
    /(<c (?![^>]*t=)[^>]*>)<v>([^<]*)<\/v>/g,
    (_, cell: string, v: string) => {
      return `${cell}<v>${Number(v) + 1}</v>`
    },
  )
  return zipSync({ ...parts, [name]: strToU8(xml.replace(row, changed)) })
}

/** Lets the office compute the results. @returns How many formulas came to our figures; throws when one did not. */
export async function checkResults({ name, results }: Notice, office: Office): Promise<number> {
  const bytes = await resultWorkbook(results)
  const ours = computed(await open(bytes))
  const bare = withoutValues(bytes)
  const theirs = computed(await open(office.resave(bare)))
  const wrong = [...ours].filter(
    ([at, value]) => !(Math.abs((theirs.get(at) ?? Number.NaN) - value) <= CLOSE),
  )
  if (ours.size === 0 || wrong.length > 0) {
    const [at = '', value] = wrong[0] ?? []
    throw new Error(
      `${name}: ${wrong.length} of ${ours.size} formulas differ, ${at}: ours ${value}, the office's ${theirs.get(at)}`,
    )
  }
  const moved = computed(await open(office.resave(disturbed(bare))))
  if ([...moved].every(([at, value]) => value === theirs.get(at)))
    throw new Error(`${name}: nothing follows a changed figure`)
  return ours.size
}
