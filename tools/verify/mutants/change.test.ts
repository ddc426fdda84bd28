import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { changed } from './change.ts'
import { MUTANTS } from './list.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

describe('a change', () => {
  const source = 'const a = 1\nconst b = a\n'

  it('is made where its text stands', () => {
    expect(changed('x.ts', source, ['a = 1', 'a = 2'])).toBe('const a = 2\nconst b = a\n')
    expect(changed('x.sql', source, ['const b = a\n', ''])).toBe('const a = 1\n')
  })

  it('is refused where it says nothing: not there, there twice, or no code any more', () => {
    expect(() => changed('x.ts', source, ['q', ''])).toThrow('"q" stands there 0 times')
    expect(() => changed('x.ts', source, ['const', 'let'])).toThrow('stands there 2 times')
    expect(() => changed('x.ts', source, ['a = 1', 'a = '])).toThrow('Expression expected')
  })
})

describe('the mutants of the authorisation code', () => {
  it('are 150 at least, no two alike', () => {
    const all = MUTANTS.flatMap(({ file, changes }) =>
      changes.map((one) => `${file} ${one.join()}`),
    )
    expect(all.length).toBeGreaterThanOrEqual(150)
    expect(new Set(all).size).toBe(all.length)
  })

  it.each(MUTANTS)('fit the code as it is: $file', ({ file, tests, changes }) => {
    const source = readFileSync(`${root}${file}`, 'utf8')
    for (const change of changes) expect(changed(file, source, change)).not.toBe(source)
    expect(tests.filter((test) => !existsSync(`${root}${test}`))).toEqual([])
  })
})
