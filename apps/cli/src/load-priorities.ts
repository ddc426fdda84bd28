import { basename, join } from 'node:path'
import { type Priorities, type PrioritiesResult, readPriorities } from '@kaohe/scheme'
import { Refusal } from './command.ts'
import { printDiagnostics } from './diagnostics.ts'
import { many } from './plural.ts'
import type { Session } from './session.ts'

const NAME = 'priorities.yaml'

/** The file of work points at a path: a folder that holds them and no scheme, or a file that begins as one. */
export async function planAt(path: string, session: Session): Promise<string | undefined> {
  if (await session.isFolder(path)) {
    const file = join(path, NAME)
    const scheme = await session.exists(join(path, 'scheme.yaml'))
    return !scheme && (await session.exists(file)) ? file : undefined
  }
  if (!/\.ya?ml$/.test(path)) return undefined
  const text = new TextDecoder().decode((await session.read(path)).bytes)
  return /^工作要点[:：]/m.test(text) ? path : undefined
}

/** Reads work points without judging them. */
export async function readPlan(file: string, session: Session): Promise<PrioritiesResult> {
  const text = session.decode(await session.read(file))
  return readPriorities(text, { file, language: session.language })
}

/** The work points of a file, or of a folder. @throws Refusal after telling every mistake */
export async function loadPriorities(path: string, session: Session): Promise<Priorities> {
  const file = (await session.isFolder(path)) ? join(path, NAME) : path
  const { priorities, diagnostics } = await readPlan(file, session)
  printDiagnostics(diagnostics, session)
  if (priorities !== undefined) return priorities
  throw new Refusal(
    session.say({
      zh: `${basename(file)} 有 ${diagnostics.length} 处要改，没有继续。`,
      en: `${basename(file)} has ${many(diagnostics.length, 'mistake')}; stopped.`,
    }),
  )
}
