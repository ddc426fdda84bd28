import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { casesIn, outcomeOf } from '../src/cases/read.ts'
import { runCase } from '../src/cases/run.ts'

const REFERENCE = fileURLToPath(new URL('../../../docs/scheme-language.md', import.meta.url))

test('the case of the language reference comes out of the scheme of the language reference', () => {
  const text = readFileSync(REFERENCE, 'utf8')
  const scheme = /```yaml 方案\n([\s\S]*?)\n```/.exec(text)?.[1] ?? ''
  const written = /## 算例[\s\S]*?```yaml\n([\s\S]*?)\n```/.exec(text)?.[1] ?? ''
  const files = [{ path: 'demo/scheme.yaml', text: scheme }]
  const file = { path: 'demo/cases/01.yaml', text: written }
  const on = { files, main: 'demo/scheme.yaml', readings: [] }
  const found = casesIn(file).map((one) => outcomeOf(file.path, one, (r) => runCase(r, on)))
  expect(found).toMatchObject([{ differences: [] }])
  expect(found[0]?.refused).toBeUndefined()
})
