import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createVitest, type TestModule, type Vitest } from 'vitest/node'
import { type Change, changed } from './change.ts'

function faultsOf(module: TestModule): string[] {
  if (module.ok()) return []
  const failed = [...module.children.allTests('failed')].map(
    (test) => `${test.fullName}: ${test.result().errors?.[0]?.message}`,
  )
  return [`${module.relativeModuleId} failed`, ...failed, ...module.errors().map(String)]
}

/** Runs tests of a copy of the tree, again and again, without starting anew each time. */
export class Tests {
  readonly #root: string
  #vitest: Promise<Vitest> | undefined

  constructor(root: string) {
    this.#root = root
  }

  #start(): Promise<Vitest> {
    this.#vitest ??= createVitest('test', {
      root: this.#root,
      watch: false,
      bail: 1,
      reporters: [],
      maxWorkers: 1,
    })
    return this.#vitest
  }

  /** What fails of these tests, in words; one that cannot even begin fails. */
  async failures(files: readonly string[]): Promise<string[]> {
    const vitest = await this.#start()
    const wanted = new Set(files.map((file) => join(this.#root, file)))
    const all = await vitest.globTestSpecifications([...wanted])
    const found = all.filter(({ moduleId }) => wanted.has(moduleId))
    if (found.length !== files.length) throw new Error(`not all there: ${files.join(', ')}`)
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(found)
    // What earlier runs found of other files is told again.
    const ours = testModules.filter(({ moduleId }) => wanted.has(moduleId))
    return [...ours.flatMap(faultsOf), ...unhandledErrors.map(String)]
  }

  /** The same with a change of one file, which is undone afterwards. */
  async failuresWith(file: string, change: Change, files: readonly string[]): Promise<string[]> {
    const path = join(this.#root, file)
    const source = readFileSync(path, 'utf8')
    await this.#write(path, changed(file, source, change))
    try {
      return await this.failures(files)
    } finally {
      await this.#write(path, source)
    }
  }

  // The schema is brought up once for a Vitest; code is only loaded anew.
  async #write(path: string, source: string): Promise<void> {
    writeFileSync(path, source)
    if (path.endsWith('.sql')) await this.stop()
    else (await this.#start()).invalidateFile(path)
  }

  async stop(): Promise<void> {
    const vitest = await this.#vitest
    this.#vitest = undefined
    await vitest?.close()
  }
}
