/**
 * SEC-05: the code that decides who may do what (the policies, the doors of the server, sessions, the rules of the
 * database) is changed in more than 150 small ways, one at a time, in a copy of the tree; each must make a test fail.
 * The changes are in mutants/, each with the exact text that it takes away.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { progress } from '../testing/progress.ts'
import type { VerifyOptions } from '../testing/verify.ts'
import type { Change } from './mutants/change.ts'
import { copyTree } from './mutants/copy.ts'
import { MUTANTS } from './mutants/list.ts'
import { Tests } from './mutants/tests.ts'

interface Mutant {
  readonly file: string
  readonly tests: readonly string[]
  readonly change: Change
}

/** A part of them, from all over. */
function drawn(scale: number): Mutant[] {
  const all = MUTANTS.flatMap(({ changes, ...rest }) =>
    changes.map((change) => ({ ...rest, change })),
  )
  return all.filter((_, at) => Math.floor((at + 1) * scale) > Math.floor(at * scale))
}

/** Which of them no test minds. @throws Error when their tests fail of themselves, for then they prove nothing */
async function survivorsOf(all: readonly Mutant[], tests: Tests): Promise<string[]> {
  const survivors: string[] = []
  const sound = new Set<string>()
  const step = progress('mutants', all.length)
  for (const [at, { file, tests: files, change }] of all.entries()) {
    const names = files.join(', ')
    const own = sound.has(names) ? [] : await tests.failures(files)
    if (own.length > 0) throw new Error(`without any change these fail: ${own.join('\n')}`)
    sound.add(names)
    if ((await tests.failuresWith(file, change, files)).length === 0) {
      const [text, instead] = change
      console.log(`no test minds, in ${file}:\n- ${text}\n+ ${instead}`)
      survivors.push(file)
    }
    step(at + 1)
  }
  return survivors
}

export default async function mutants({ scale }: VerifyOptions): Promise<void> {
  const chosen = drawn(Math.min(1, scale))
  const copy = mkdtempSync(join(tmpdir(), 'kaohe-mutants-'))
  const tests = new Tests(copy)
  try {
    copyTree(copy)
    const survivors = await survivorsOf(chosen, tests)
    if (survivors.length > 0)
      throw new Error(`${survivors.length} of ${chosen.length} mutants survive`)
    console.log(`${chosen.length} mutants of the authorisation code, all killed`)
  } finally {
    await tests.stop()
    rmSync(copy, { recursive: true, force: true })
  }
}
