import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blocksOf } from './blocks.ts'
import { Copy } from './copy.ts'

const document = readFileSync(
  join(import.meta.dirname, '..', '..', 'docs', 'adding-a-kind.md'),
  'utf8',
)
const blocks = blocksOf(document)
const TOOL = 'apps/cli/bin/kaohe.mjs'

const PRINTED = `
import { readFileSync } from 'node:fs'
import { printScheme, readScheme } from '@kaohe/scheme'
const once = printScheme(readScheme(readFileSync('trial/scheme.yaml', 'utf8')).scheme)
console.log(once)
console.log(printScheme(readScheme(once).scheme) === once ? 'the same again' : 'another')
`

const GENERATED = `
import { generated } from './tools/generate/files.ts'
for (const { path, text } of generated()) if (text.includes('短板')) console.log(path)
`

/** The recipe of docs/adding-a-kind.md, followed in a copy of the tree. */
describe('a new rule kind', { timeout: 180_000 }, () => {
  let copy: Copy
  beforeAll(() => {
    copy = new Copy()
    for (const block of blocks) copy.apply(block)
  }, 180_000)
  afterAll(() => copy.remove())

  it('takes three files', () => {
    expect(blocks.map((b) => b.path).filter((path) => path.startsWith('packages/'))).toEqual([
      'packages/engine/src/kinds/weakest.ts',
      'packages/engine/src/kinds/weakest.test.ts',
      'packages/engine/src/kinds/list.ts',
    ])
  })

  it('stands in the house', async () => {
    const git = await copy.run('git', ['init', '--quiet'])
    expect(git).toMatchObject({ code: 0 })
    const { code, output } = await copy.node('tools/check-house/main.ts')
    expect(output).toMatch(/check-house: \d{3,} modules read, 0 findings/)
    expect(code).toBe(0)
  })

  it('is typed and formatted as the rest', async () => {
    expect(await copy.tool('tsc', '-p', 'tsconfig.json')).toEqual({ code: 0, output: '' })
    const format = await copy.tool('biome', 'format', 'packages/engine/src/kinds')
    expect(format).toMatchObject({ code: 0 })
  })

  it('does what its specification says, and has documented examples that compile', async () => {
    const { code, output } = await copy.tool(
      'vitest',
      'run',
      'packages/engine/src/kinds/weakest.test.ts',
      'packages/engine/tests/vocabulary.test.ts',
      'packages/scheme/tests/show.test.ts',
    )
    expect(output).toMatch(/Test Files\s+3 passed/)
    expect(code).toBe(0)
  })

  it('is read, scored, explained, told and printed in a scheme', async () => {
    const score = await copy.node(TOOL, 'score', 'trial', '--quiet', '--format', 'json')
    expect(JSON.parse(score.output)).toMatchObject({
      units: [{ unit: 't1', total: '7.5', items: [{ id: 'basics', points: '7.5' }] }],
    })
    const explained = await copy.node(TOOL, 'explain', 'trial', '--quiet')
    expect(explained.output).toContain('参学率、建团率，最低计75%，得7.5分')
    const shown = await copy.node(TOOL, 'show', 'trial')
    expect(shown.output).toContain('短板：量参学率、建团率，满分10分')
    const printed = await copy.node('--input-type=module', '--eval', PRINTED)
    expect(printed.output).toContain('短板: {量: [rate, league-rate], 满分: 10}')
    expect(printed.output).toContain('the same again')
  })

  it('shows up in everything that is generated', async () => {
    const { output } = await copy.node('--input-type=module', '--eval', GENERATED)
    expect(output.trim().split('\n').toSorted()).toEqual([
      'docs/glossary.md',
      'docs/scheme-language.md',
      'schemes/scheme.schema.json',
    ])
  })
})
