import { join } from 'node:path'
import type { Dataset, Scheme } from '@kaohe/engine'
import { readFacts } from '@kaohe/intake'
import { type OptionSpec, Refusal } from './command.ts'
import type { InputFile, Session } from './session.ts'

const ENDINGS = ['.xlsx', '.csv', '.json']

export const FACTS_USAGE = {
  zh: '<方案文件或文件夹> <数据文件或文件夹…>',
  en: '<scheme file or folder> <file or folder of facts…>',
}

export const QUIET: Record<string, OptionSpec> = {
  quiet: {
    type: 'boolean',
    about: { zh: '不说数据中的提醒', en: 'say nothing of warnings about the facts' },
  },
}

async function filesOf(paths: readonly string[], session: Session): Promise<InputFile[]> {
  const files: InputFile[] = []
  for (const path of paths) {
    const found = (await session.isFolder(path)) ? await session.list(path, ENDINGS) : [path]
    if (found.length === 0)
      throw new Refusal(
        session.say({
          zh: `${path} 里没有数据文件（.xlsx、.csv 或 .json）。`,
          en: `${path} holds no facts (.xlsx, .csv or .json).`,
        }),
      )
    for (const file of found) files.push(await session.read(file))
  }
  return files
}

/** The facts given on the command line, or those kept beside the scheme. */
export async function factsPaths(
  given: readonly string[],
  schemePath: string,
  session: Session,
): Promise<readonly string[]> {
  if (given.length > 0) return given
  const beside = join(schemePath, 'facts')
  if (await session.exists(beside)) return [beside]
  throw new Refusal(
    session.say({
      zh: '没有给数据文件，方案旁边也没有 facts 文件夹。先用 kaohe template 生成填报工作簿。',
      en: 'No facts were given and there is no folder facts beside the scheme; kaohe template makes a workbook to fill in.',
    }),
    2,
  )
}

/** Reads facts whole or not at all. @throws Refusal after telling every problem */
export async function loadFacts(
  paths: readonly string[],
  scheme: Scheme,
  session: Session,
  quiet = false,
): Promise<Dataset> {
  const files = await filesOf(paths, session)
  const { dataset, diagnostics } = readFacts(files, scheme, { language: session.language })
  const told = diagnostics.filter((d) => d.severity === 'error' || !quiet)
  // What intake says begins with the place already.
  for (const { message } of told) session.note(message)
  if (dataset !== undefined) return dataset
  const errors = diagnostics.filter((d) => d.severity === 'error').length
  throw new Refusal(
    session.say({
      zh: `数据有 ${errors} 处要改，没有算分，也没有写出任何文件。`,
      en: `${errors} mistake(s) in the facts; nothing was computed or written.`,
    }),
  )
}
