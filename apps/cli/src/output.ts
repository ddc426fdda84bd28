import { extname } from 'node:path'
import { type Format, type Table, formats } from '@kaohe/documents'
import { type Given, type OptionSpec, Refusal } from './command.ts'
import type { Session } from './session.ts'

/** Options of every command that prints something to keep. */
export const OUT_OPTIONS = {
  format: {
    type: 'string',
    value: { zh: 'table|json|csv|markdown|xlsx', en: 'table|json|csv|markdown|xlsx' },
    about: {
      zh: '输出的形式；不写时看 --out 的后缀',
      en: 'form of the output; else by the ending of --out',
    },
  },
  out: {
    type: 'string',
    value: { zh: '文件', en: 'file' },
    about: { zh: '写到文件（整个写成或不写）', en: 'write to a file, whole or not at all' },
  },
} as const satisfies Record<string, OptionSpec>

/** What a command found, in the forms that it has; `json` is never missing. */
export interface Report {
  json(): unknown
  /** For reading on a terminal, where that is more or less than the tables. */
  text?(): string | Promise<string>
  markdown?(): string
  tables?(): readonly Table[]
  /** The workbook, where it is more than the tables. */
  workbook?(): Promise<Uint8Array>
}

type Content = string | Uint8Array

function unknownFormat(asked: string, session: Session): Refusal {
  const known = formats.map((f) => f.name)
  return new Refusal(
    session.say({
      zh: `没有“${asked}”这种形式，可选 ${known.join('、')}。`,
      en: `There is no format “${asked}”; it is one of ${known.join(', ')}.`,
    }),
    2,
  )
}

const endingOf = (path: string): string => extname(path).slice(1)

function withoutEnding(out: string, session: Session): Refusal {
  const endings = formats.map((f) => `.${f.ending}`)
  return new Refusal(
    session.say({
      zh: `--out 要写成文件名，后缀说明形式（${endings.join('、')}），收到“${out}”；也可以另写 --format。`,
      en: `--out is a file whose ending says its form (${endings.join(', ')}); got “${out}”. Or add --format.`,
    }),
    2,
  )
}

function disagree(asked: Format, out: string, session: Session): Refusal {
  return new Refusal(
    session.say({
      zh: `--format ${asked.name} 与文件 ${out} 的后缀不合；请去掉 --format，或把文件写成 .${asked.ending}。`,
      en: `--format ${asked.name} does not agree with the ending of ${out}; drop --format or write .${asked.ending}.`,
    }),
    2,
  )
}

/** The format asked for by name, or else by the ending of the file to write. */
function formatOf(given: Given, session: Session): Format {
  const [out, asked] = [given.text('out'), given.text('format')]
  const ending = out === undefined ? '' : endingOf(out)
  if (out !== undefined && asked === undefined && ending === '') throw withoutEnding(out, session)
  const find = (name: string) => formats.find((f) => f.name === name || f.ending === name)
  const format = find(asked ?? (ending === '' ? 'table' : ending))
  if (format === undefined) throw unknownFormat(asked ?? ending, session)
  const other = find(ending)
  if (out !== undefined && other !== undefined && other !== format)
    throw disagree(format, out, session)
  return format
}

/**
 * Whether `--format` and `--out` can be followed, asked before long work begins.
 * @throws Refusal when there is no such format, or a workbook would be printed on a terminal
 */
export function checkOutput(given: Given, session: Session): void {
  const { name } = formatOf(given, session)
  if (name !== 'xlsx' || given.text('out') !== undefined || !session.isTerminal) return
  throw new Refusal(
    session.say({
      zh: '工作簿不能显示在屏幕上，请写 --out 文件.xlsx。',
      en: 'A workbook cannot be shown on a terminal; write --out file.xlsx.',
    }),
    2,
  )
}

async function deliver(content: Content, given: Given, session: Session): Promise<void> {
  await session.breathe()
  const out = given.text('out')
  if (out === undefined) {
    if (typeof content === 'string') session.print(content)
    else session.printBytes(content)
    return
  }
  const whole = typeof content === 'string' && !content.endsWith('\n') ? `${content}\n` : content
  await session.write(out, whole)
  session.note(session.say({ zh: `已写出 ${out}`, en: `Wrote ${out}` }))
}

/** Data as JSON, as it is printed and kept. */
export function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2)
}

function onlyText(name: string, session: Session): Refusal {
  return new Refusal(
    session.say({
      zh: `这里的输出不能写成 ${name}，可选 table、markdown、json。`,
      en: `This cannot be written as ${name}: table, markdown or json.`,
    }),
    2,
  )
}

async function written(report: Report, format: Format, session: Session): Promise<Content> {
  const { name } = format
  if (name === 'json') return pretty(report.json())
  if (name === 'table' && report.text) return report.text()
  if (name === 'markdown' && report.markdown) return report.markdown()
  if (name === 'xlsx' && report.workbook) return report.workbook()
  if (report.tables) return format.write(report.tables())
  if (name === 'markdown' && report.text) return report.text()
  throw onlyText(name, session)
}

/** Prints what was found in the form asked for, or writes it to the file asked for. */
export async function emit(report: Report, given: Given, session: Session): Promise<void> {
  await deliver(await written(report, formatOf(given, session), session), given, session)
}

/** Tables as aligned text. */
export async function asText(tables: readonly Table[]): Promise<string> {
  const format = formats.find((f) => f.name === 'table')
  return String(await format?.write(tables))
}
