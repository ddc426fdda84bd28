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

export interface Report {
  json(): unknown
  tables(): readonly Table[]
  /** The workbook, where it is more than the tables. */
  workbook?(): Promise<Uint8Array>
}

/** The format asked for by name, or else by the ending of the file to write. */
function formatOf(given: Given, session: Session): Format {
  const ending = given.text('out')?.split('.').at(-1)
  const asked = given.text('format') ?? formats.find((f) => f.ending === ending)?.name ?? 'table'
  const format = formats.find((f) => f.name === asked || f.ending === asked)
  if (format !== undefined) return format
  const known = formats.map((f) => f.name)
  throw new Refusal(
    session.say({
      zh: `没有“${asked}”这种形式，可选 ${known.join('、')}。`,
      en: `No format “${asked}”; one of ${known.join(', ')}.`,
    }),
    2,
  )
}

async function deliver(
  content: string | Uint8Array,
  given: Given,
  session: Session,
): Promise<void> {
  const out = given.text('out')
  if (out === undefined) {
    if (typeof content === 'string') session.print(content)
    else session.printBytes(content)
    return
  }
  await session.write(
    out,
    typeof content === 'string' && !content.endsWith('\n') ? `${content}\n` : content,
  )
  session.note(session.say({ zh: `已写出 ${out}`, en: `Wrote ${out}` }))
}

function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2)
}

/** Prints tables or their data in the form asked for. */
export async function emit(report: Report, given: Given, session: Session): Promise<void> {
  const format = formatOf(given, session)
  if (format.name === 'json') return deliver(pretty(report.json()), given, session)
  if (format.name === 'xlsx' && report.workbook !== undefined)
    return deliver(await report.workbook(), given, session)
  return deliver(await format.write(report.tables()), given, session)
}

/** Prints text, or its data as JSON. */
export async function emitText(
  report: { json(): unknown; text(): string },
  given: Given,
  session: Session,
): Promise<void> {
  const { name } = formatOf(given, session)
  if (name === 'csv' || name === 'xlsx')
    throw new Refusal(
      session.say({
        zh: '这里的输出是文字，可选 table、markdown、json。',
        en: 'This output is text: table, markdown or json.',
      }),
      2,
    )
  return deliver(name === 'json' ? pretty(report.json()) : report.text(), given, session)
}
