import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as scheme from '../src/index.ts'
import * as expression from '../src/expression/index.ts'
import { collectNames } from '../src/read/names.ts'
import { SOUND } from './broken/sound.ts'

interface Example {
  readonly file: string
  readonly code: string
  readonly gives: string
}

/** Lines of the form `code // what it gives` after an `@example` in a docstring. */
function examplesIn(file: string): Example[] {
  const text = readFileSync(join(import.meta.dirname, '..', file), 'utf8')
  return [...text.matchAll(/\* @example\n((?: +\* .*\n)+)/g)].flatMap((match) =>
    (match[1] as string).split('\n').flatMap((line) => {
      const [, code, gives] = /^ +\* (.+) \/\/ (.+)$/.exec(line) ?? []
      return code === undefined || gives === undefined ? [] : [{ file, code, gives }]
    }),
  )
}

const files = globSync('src/**/*.ts', { cwd: join(import.meta.dirname, '..') }).filter(
  (file) => !file.startsWith('src/lint'),
)
const sound = scheme.readScheme(SOUND)

function run(code: string, names: object): unknown {
  // oxlint-disable-next-line typescript/no-implied-eval -- the code is that of our own docstrings
  return new Function(...Object.keys(names), `return (${code})`)(...Object.values(names))
}

describe('examples in docstrings give what they say', () => {
  it.each(files.flatMap(examplesIn))('$file: $code', async ({ file, code, gives }) => {
    const own = (await import(join(import.meta.dirname, '..', file))) as object
    const { ids: _, ...names } = collectNames(sound.document as scheme.Source)
    const scope = { ...names, items: new Set<string>(), steps: new Set<string>(), event: undefined }
    const all = { ...expression, ...scheme, ...own, scheme: sound.scheme, scope }
    expect(run(code, all)).toEqual(run(gives, all))
  })

  it('there are some', () => {
    expect(files.flatMap(examplesIn).length).toBeGreaterThan(15)
  })
})
