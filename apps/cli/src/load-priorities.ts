import { basename, join } from 'node:path'
import { type Priorities, readPriorities } from '@kaohe/scheme'
import { Refusal } from './command.ts'
import { printDiagnostics } from './diagnostics.ts'
import type { Session } from './session.ts'

/** The work points of a file, or of a folder. @throws Refusal after telling every mistake */
export async function loadPriorities(path: string, session: Session): Promise<Priorities> {
  const file = (await session.isFolder(path)) ? join(path, 'priorities.yaml') : path
  const text = session.decode(await session.read(file))
  const { priorities, diagnostics } = readPriorities(text, { file, language: session.language })
  printDiagnostics(diagnostics, session)
  if (priorities !== undefined) return priorities
  throw new Refusal(
    session.say({
      zh: `${basename(file)} 有 ${diagnostics.length} 处要改，没有继续。`,
      en: `${basename(file)} has ${diagnostics.length} mistake(s); stopped.`,
    }),
  )
}
