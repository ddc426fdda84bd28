import { basename, dirname, join, normalize } from 'node:path'
import { Fault, type Program, type Scheme, compile } from '@kaohe/engine'
import {
  type Diagnostic,
  type FileText,
  type FolderOptions,
  type FolderResult,
  type TrialChange,
  readSchemeFolder,
} from '@kaohe/scheme'
import { type Given, type OptionSpec, Refusal } from './command.ts'
import { printDiagnostics } from './diagnostics.ts'
import type { Session } from './session.ts'

/** Options of every command that reads a scheme. */
export const SCHEME_OPTIONS = {
  reading: {
    type: 'string',
    multiple: true,
    value: { zh: '口径=选项', en: 'reading=option' },
    about: {
      zh: '换用某条口径的另一选项（不定 = 不采用），可写多次',
      en: 'take another option of a reading (不定 = leave it open); repeatable',
    },
  },
  'as-written': {
    type: 'boolean',
    about: { zh: '只按原文，不采用任何口径', en: 'the notice as written, without any reading' },
  },
} as const satisfies Record<string, OptionSpec>

export interface LoadedScheme {
  readonly path: string
  readonly files: readonly FileText[]
  readonly read: FolderResult
  readonly scheme: Scheme
}

// A scheme file, and the readings beside it.
async function withReadings(main: string, session: Session): Promise<FileText[]> {
  const readings = join(dirname(main), 'readings.yaml')
  const paths = (await session.exists(readings)) ? [main, readings] : [main]
  const files = await Promise.all(paths.map((path) => session.read(path)))
  return files.map((file) => ({ path: file.path, text: session.decode(file) }))
}

interface Read {
  readonly files: readonly FileText[]
  readonly read: FolderResult
}

/** Reads a scheme; the reader itself says which files it derives from, as long as one is missing. */
async function readWhole(main: string, options: FolderOptions, session: Session): Promise<Read> {
  const files = await withReadings(main, session)
  for (;;) {
    const read = readSchemeFolder(files, options)
    const upper = read.diagnostics.find((d) => d.code === 'base-missing')?.found
    if (upper === undefined || !(await session.exists(upper))) return { files, read }
    files.push(...(await withReadings(upper, session)))
  }
}

function choicesOf(given: Given, session: Session): Record<string, string> {
  const pairs = given.texts('reading').map((text) => {
    const [reading, option] = text.split('=')
    if (reading === undefined || option === undefined || option === '')
      throw new Refusal(
        session.say({
          zh: `--reading 要写成 口径=选项，收到的是“${text}”。`,
          en: `--reading is written reading=option; got “${text}”.`,
        }),
        2,
      )
    return [reading, option] as const
  })
  return Object.fromEntries(pairs)
}

/** The main file of a path: itself, or the `scheme.yaml` of a folder. */
export async function mainFile(path: string, session: Session): Promise<string> {
  return (await session.isFolder(path)) ? join(path, 'scheme.yaml') : normalize(path)
}

/**
 * Reads a scheme without judging it. A folder is read with its readings; a file alone is the notice
 * as it is written, unless a reading is chosen.
 */
export async function readScheme(
  path: string,
  given: Given,
  session: Session,
  trial: readonly TrialChange[] = [],
): Promise<{ main: string; files: readonly FileText[]; read: FolderResult }> {
  const main = await mainFile(path, session)
  const choose = choicesOf(given, session)
  const alone = basename(path) === basename(main) && Object.keys(choose).length === 0
  const asWritten = given.flag('as-written') || alone
  const options = { main, choose, asWritten, trial, language: session.language }
  const { files, read } = await readWhole(main, options, session)
  return { main, files, read }
}

/** Reads a scheme that must be right. @throws Refusal after telling every mistake */
export async function loadScheme(
  path: string,
  given: Given,
  session: Session,
  trial: readonly TrialChange[] = [],
): Promise<LoadedScheme> {
  const { main, files, read } = await readScheme(path, given, session, trial)
  if (read.scheme === undefined) throw refusal(read.diagnostics, main, session)
  return { path: main, files, read, scheme: read.scheme }
}

function refusal(diagnostics: readonly Diagnostic[], path: string, session: Session): Refusal {
  printDiagnostics(diagnostics, session)
  return new Refusal(
    session.say({
      zh: `${path} 有 ${diagnostics.length} 处要改，没有继续。`,
      en: `${path} has ${diagnostics.length} mistake(s); stopped.`,
    }),
  )
}

/** Compiles a scheme. @throws Refusal when a rule cannot be computed */
export function compiled(loaded: LoadedScheme, session: Session): Program {
  try {
    return compile(loaded.scheme)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const place = loaded.read.where(error.path)
    const at = place === undefined ? loaded.path : `${place.file}:${place.line}:${place.column}`
    throw new Refusal(
      session.say({
        zh: `${at} ${error.path}：${error.found.zh}，${error.expected.zh}。`,
        en: `${at} ${error.path}: ${error.found.en}; ${error.expected.en}.`,
      }),
    )
  }
}
