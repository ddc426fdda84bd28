import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { published, readPriorities, readScheme, readSchemeFolder } from '../src/index.ts'
import { besideKind, sampleWith } from '../src/reference/sample.ts'

const root = join(import.meta.dirname, '..', '..', '..')

describe('generated files are what npm run generate writes', () => {
  it.each(published().map(({ path, text }) => [path, text] as const))('%s', (path, text) => {
    expect(
      readFileSync(join(root, path), 'utf8') === text,
      `run npm run generate: ${path} is out of date`,
    ).toBe(true)
  })
})

function examples(): readonly (readonly [kind: string, text: string])[] {
  const reference = published().find(({ path }) => path.endsWith('.md'))?.text ?? ''
  return [...reference.matchAll(/```yaml (\S+)\n([\s\S]*?)\n```/g)].map(
    (match) => [match[1] as string, match[2] as string] as const,
  )
}

const SAMPLE = { path: 'upper/scheme.yaml', text: sampleWith('达标: {条件: staffed, 得: 5}') }

function readExample(kind: string, text: string) {
  switch (kind) {
    case '方案':
      return readScheme(text)
    case '规则':
      return readScheme(sampleWith(text))
    case '修饰':
      return readScheme(sampleWith(besideKind(text)))
    case '口径':
      return readSchemeFolder([SAMPLE, { path: 'upper/readings.yaml', text }])
    case '沿用':
      return readSchemeFolder([SAMPLE, { path: 'own/scheme.yaml', text }], {
        main: 'own/scheme.yaml',
      })
    case '要点': {
      const { priorities, diagnostics } = readPriorities(text)
      return { scheme: priorities, diagnostics }
    }
    default:
      throw new Error(`no way to read an example of ${kind}`)
  }
}

describe('every example of the language reference reads without a message', () => {
  it.each(examples())('%s: %s', (kind, text) => {
    const { scheme, diagnostics } = readExample(kind, text)
    expect(diagnostics.map((one) => one.message)).toEqual([])
    expect(scheme).toBeDefined()
  })

  it('has an example of every kind of block', () => {
    expect(new Set(examples().map(([kind]) => kind))).toEqual(
      new Set(['方案', '规则', '修饰', '口径', '沿用', '要点']),
    )
  })
})
