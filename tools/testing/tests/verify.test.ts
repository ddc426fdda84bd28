import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { outsideTool } from '../outside-tool.ts'
import { namesIn, parseScale, verify } from '../verify.ts'

let folder: string
let said: string[]

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaohe-verify-'))
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  write('fine.ts', 'export default ({ scale }) => console.log(`ran at ${scale * 2}`)')
  write('broken.ts', `export default async () => { throw new Error('does not hold') }`)
  write('empty.ts', 'export const nothing = 0')
  write('notes.md', '')
})
afterAll(() => rmSync(folder, { recursive: true }))

beforeEach(() => {
  said = []
  for (const stream of ['log', 'error'] as const) {
    vi.spyOn(console, stream).mockImplementation((line: string) => void said.push(line))
  }
})
afterEach(() => vi.restoreAllMocks())

test('without a name it lists the names', async () => {
  expect(await verify(folder, [])).toBe(0)
  expect(said).toEqual(['broken', 'empty', 'fine'])
  expect(namesIn(join(folder, 'absent'))).toEqual([])
})

test('with a name it runs that one at the scale asked for', async () => {
  expect(await verify(folder, ['fine', '--scale', '0.25'])).toBe(0)
  expect(said).toEqual(['ran at 0.5', 'verify fine: passed at scale 0.25'])
})

test.each([
  [['broken'], 'does not hold'],
  [['empty'], 'exports no function'],
  [['absent'], 'there are: broken, empty, fine'],
  [['fine', '--scale', '0'], 'number above zero'],
  [['fine', '--scalee', '1'], 'Unknown option'],
])('%j fails loudly', async (args, words) => {
  expect(await verify(folder, args)).toBe(1)
  expect(said.join('\n')).toContain(words)
})

test.each(['', ' ', '-1', 'x', 'Infinity'])('"%s" is not a scale', (text) => {
  expect(() => parseScale(text)).toThrow('above zero')
})

test('an absent tool is an error that says what to install', () => {
  expect(outsideTool('sh', 'dash')).toMatch(/\/sh$/)
  expect(() => outsideTool('no-such-tool', 'nosuch')).toThrow('apt-get install nosuch')
})
