import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { coreOf, manifestOf } from '@kaohe/bundle'
import { readFacts } from '@kaohe/intake'
import { readSchemeFolder } from '@kaohe/scheme'
import { zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { unpack } from '../src/unpack.ts'
import { verify } from '../src/verify.ts'

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const root = new URL('../../../schemes/dongguan-2017/', import.meta.url)
const files = new Map<string, Uint8Array>()

beforeAll(() => {
  const texts = ['scheme.yaml', 'readings.yaml'].map((path) => ({
    path,
    text: readFileSync(new URL(path, root), 'utf8'),
  }))
  const { scheme } = readSchemeFolder(texts, { main: 'scheme.yaml' })
  const bytes = readFileSync(new URL('facts/year.json', root))
  const core = coreOf(texts, readFacts([{ path: 'year.json', bytes }], scheme!).dataset!, hash)
  for (const { path, text } of core) files.set(path, utf8(text))
  const about = {
    ...manifestOf(core, hash),
    title: '2017年度考核',
    committee: '团市委',
    snapshot: { name: '党组会前', at: '2018-01-05T00:00:00Z' },
    ratified: { body: '党组', on: '2018-01-10', number: '1号' },
    log: null,
  }
  files.set('bundle.json', utf8(JSON.stringify(about)))
})

describe('what the page says of a bundle', () => {
  it('that is right', () => {
    const verdict = verify(files)
    expect(verdict.findings.map(({ what, holds }) => [what, holds])).toEqual([
      ['文件没有被改动', true],
      ['得分说明逐步加总', true],
      ['结果与得分说明一致', true],
      ['操作日志', true],
      ['由方案和数据重新计算', true],
    ])
    expect(verdict).toMatchObject({ title: '2017年度考核', faults: [] })
    expect(verdict.about).toContain('2018-01-10 党组审定（1号）')
    expect(verdict.lines.length).toBeGreaterThan(30)
  }, 60_000)

  it('whose result was altered', () => {
    const text = new TextDecoder().decode(files.get('core/result.json'))
    const altered = utf8(text.replace(/"least": "(\d)/, '"least": "9$1'))
    const { findings, faults } = verify(new Map(files).set('core/result.json', altered))
    const wrong = findings.filter(({ holds }) => !holds).map(({ what }) => what)
    expect(wrong).toEqual(['文件没有被改动', '结果与得分说明一致', '由方案和数据重新计算'])
    expect(faults[0]).toMatch(/^core\/result\.json：写的是 [0-9a-f]{64}，应为 [0-9a-f]{64}$/)
  }, 60_000)

  it('that is none', () => {
    expect(verify(new Map()).findings).toEqual([
      { what: '结果包', holds: false, found: '这里面没有结果包的内容' },
    ])
  })
})

describe('a file', () => {
  it('is unpacked', () => {
    expect([...unpack(zipSync({ 'a/b.txt': utf8('甲') }))]).toEqual([['a/b.txt', utf8('甲')]])
  })

  it('that is no zip is refused', () => {
    expect(() => unpack(utf8('nothing of the kind'))).toThrow('打不开：不是完整的 zip 文件')
  })

  it('that would be too large is refused before it is unpacked', () => {
    const zip = zipSync({ a: new Uint8Array(1000) })
    // The size when unpacked, in the central directory: 24 bytes after its signature.
    const view = new DataView(zip.buffer, zip.byteOffset)
    for (let at = 0; at < zip.length - 28; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 2_000_000_000, true)
    expect(() => unpack(zip)).toThrow('解压以后太大，不是结果包')
  })
})
