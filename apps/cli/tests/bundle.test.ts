import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { coreOf, manifestOf } from '@kaohe/bundle'
import { readFacts } from '@kaohe/intake'
import { readSchemeFolder } from '@kaohe/scheme'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sha256 } from '../src/digest.ts'
import { GUIYANG, kaohe } from './kaohe.ts'

let folder: string
const files = new Map<string, string>()

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaohe-bundle-'))
  const read = (path: string) => ({ path, text: readFileSync(join(GUIYANG, path), 'utf8') })
  const texts = ['scheme.yaml', 'readings.yaml'].map(read)
  const { scheme } = readSchemeFolder(texts, { main: 'scheme.yaml' })
  const facts = { path: 'year.json', bytes: readFileSync(join(GUIYANG, 'facts/year.json')) }
  const core = coreOf(texts, readFacts([facts], scheme!).dataset!, sha256)
  for (const { path, text } of core) files.set(path, text)
  files.set('bundle.json', JSON.stringify({ ...manifestOf(core, sha256), log: null }))
})
afterAll(() => rmSync(folder, { recursive: true }))

function written(change: (all: Map<string, string>) => void = () => undefined): string {
  const all = new Map(files)
  change(all)
  const path = join(folder, 'bundle.zip')
  const entries = [...all].map(([name, text]) => [name, new TextEncoder().encode(text)])
  writeFileSync(path, zipSync(Object.fromEntries(entries)))
  return path
}

it('a bundle is right as it was made', async () => {
  const { exit, out } = await kaohe('verify', written())
  expect(exit).toBe(0)
  expect(out).toContain('0 处不符；没有日志证明')
  expect(out).toContain('由方案和数据重新计算：结果和得分说明逐字节相同。')
})

it('what was altered is named, and computed otherwise', async () => {
  const path = written((all) => {
    const facts = all.get('core/facts.json')!
    all.set('core/facts.json', facts.replace(/"value": "(\d+)次"/, '"value": "1$1次"'))
  })
  const { exit, out } = await kaohe('verify', path)
  expect(exit).toBe(1)
  expect(out).toContain('不符：core/facts.json')
  expect(out).toContain('由方案和数据重新计算：core/result.json、core/proofs.json 不同。')
})

it('says why it cannot be computed', async () => {
  const path = written((all) => all.delete('core/facts.json'))
  const { exit, out } = await kaohe('verify', path, '--format', 'json')
  expect(exit).toBe(1)
  expect(JSON.parse(out)).toMatchObject({ same: false, why: '缺少 core/facts.json', differs: [] })
})

it('what is no zip is refused', async () => {
  const { exit, err } = await kaohe('verify', join(GUIYANG, 'scheme.yaml'))
  expect(exit).toBe(1)
  expect(err).toContain('不是结果包（zip 文件）')
})
