import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Interrupt } from '../src/interrupt.ts'
import { GUIYANG, ROOT, inFolder, kaohe, ranWith, shell } from './kaohe.ts'
import { PLAIN } from './plain.ts'

test('a refusal leaves the file that was there, and nothing beside it', () =>
  inFolder(async (folder) => {
    const out = join(folder, 'kept.json')
    writeFileSync(out, 'kept')
    const broken = join(folder, 'facts.json')
    writeFileSync(broken, '{')
    expect((await kaohe('score', GUIYANG, broken, '--out', out)).exit).toBe(1)
    expect(readFileSync(out, 'utf8')).toBe('kept')
    expect(readdirSync(folder).toSorted()).toEqual(['facts.json', 'kept.json'])
  }))

test('a scheme whose upper scheme is not there says where it was looked for', () =>
  inFolder(async (folder) => {
    const text = '沿用: {方案: ../upper/scheme.yaml, 版本: "1"}\n方案: lower\n'
    writeFileSync(join(folder, 'scheme.yaml'), text)
    const { exit, out } = await kaohe('lint', folder)
    const upper = join(folder, '../upper/scheme.yaml')
    expect({ exit, out }).toEqual({
      exit: 1,
      out: `${join(folder, 'scheme.yaml')}:1:10 没有找到沿用的方案“${upper}”，请检查“沿用”里写的路径。\n`,
    })
  }))

test('a place that cannot be written is refused in words', () =>
  inFolder(async (folder) => {
    writeFileSync(join(folder, 'file'), '')
    const ran = await kaohe('score', GUIYANG, '--out', join(folder, 'file', 'x.json'))
    expect(ran).toMatchObject({ exit: 1, err: expect.stringContaining('原有文件未改动') })
    expect(readdirSync(folder)).toEqual(['file'])
  }))

test('a result written is verified, and a proof written is checked', () =>
  inFolder(async (folder) => {
    const [result, proofs] = [join(folder, 'result.json'), join(folder, 'proofs.json')]
    await kaohe('score', GUIYANG, '--out', result)
    await kaohe('explain', GUIYANG, '--out', proofs)
    expect((await kaohe('verify', result, GUIYANG, join(GUIYANG, 'facts'))).exit).toBe(0)
    expect((await kaohe('check', proofs)).exit).toBe(0)
    writeFileSync(proofs, readFileSync(proofs, 'utf8').replace('"value": "15"', '"value": "16"'))
    expect((await kaohe('check', proofs)).exit).toBe(1)
  }))

test('a workbook that is there already is not made anew', () =>
  inFolder(async (folder) => {
    const book = join(folder, 'year.xlsx')
    writeFileSync(book, 'filled in')
    const ran = await kaohe('template', PLAIN, '--out', book)
    expect(ran).toMatchObject({ exit: 1, err: expect.stringContaining('可能有人填过，没有覆盖') })
    expect(readFileSync(book, 'utf8')).toBe('filled in')
    expect((await kaohe('template', PLAIN, '--out', book, '--force')).exit).toBe(0)
    expect(readFileSync(book, 'latin1').slice(0, 2)).toBe('PK')
  }))

test(
  'a workbook made, left empty and scored gives ranges, not zeros',
  () =>
    inFolder(async (folder) => {
      const book = join(folder, 'year.xlsx')
      const made = await kaohe(
        'template',
        GUIYANG,
        '--units',
        join(GUIYANG, 'facts'),
        '--out',
        book,
      )
      expect(made.exit).toBe(0)
      const ran = await kaohe('score', GUIYANG, book)
      expect(ran).toMatchObject({ exit: 0, err: expect.stringContaining('还没有确定') })
      expect(ran.out).toContain('缺少的数据')
    }),
  60_000,
)

test('a reader that goes away ends the output quietly', () => {
  const ran = shell(`npx kaohe explain "${GUIYANG}" --depth 3 | head -2`)
  expect(ran).toMatchObject({ status: 0, stderr: '' })
})

/** Starts a command and interrupts it; what it ended with, and how long after. */
async function interrupted(args: readonly string[], after: number) {
  const door = join(ROOT, 'apps/cli/bin/kaohe.mjs')
  const child = spawn(process.execPath, [door, ...args], { stdio: 'ignore' })
  await new Promise((resolve) => setTimeout(resolve, after))
  const start = performance.now()
  child.kill('SIGINT')
  const ended = await new Promise((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal))
  })
  return { ended, seconds: (performance.now() - start) / 1000 }
}

/** Somebody interrupts as soon as it is heard: in work that gives way often, and while a file is written. */
function atOnce(): Interrupt {
  const controller = new AbortController()
  const hear = () => {
    controller.abort()
    return () => undefined
  }
  return { signal: controller.signal, hear }
}

test.each([
  ['sensitivity', PLAIN],
  ['test', PLAIN],
  ['score', PLAIN],
  ['explain', PLAIN],
  ['template', PLAIN],
])('an interruption of %s ends with 130 and leaves what was there', (...args) =>
  inFolder(async (folder) => {
    const out = join(folder, args[0] === 'template' ? 'x.xlsx' : 'x.json')
    writeFileSync(out, 'kept')
    const more = args[0] === 'test' ? [] : ['--out', out]
    const force = args[0] === 'template' ? ['--force'] : []
    const ran = await ranWith(atOnce(), ...args, ...more, ...force)
    expect(ran).toMatchObject({
      exit: 130,
      err: expect.stringContaining('已中断，没有写出任何文件。'),
    })
    expect(readdirSync(folder)).toEqual([out.slice(folder.length + 1)])
    expect(readFileSync(out, 'utf8')).toBe('kept')
  }),
)

test(
  'an interruption of a long score ends it at once and leaves what was there',
  () =>
    inFolder(async (folder) => {
      const [facts, out] = [join(folder, 'facts.json'), join(folder, 'x.json')]
      const units = Array.from({ length: 20_000 }, (_, i) => ({
        id: `u${i}`,
        name: `单位${i}`,
        type: 'town',
      }))
      const entries = units.flatMap(({ id }) =>
        Array.from({ length: 12 }, (_, m) => ({
          unit: id,
          fact: 'held',
          period: `2024-${String(m + 1).padStart(2, '0')}`,
          value: true,
        })),
      )
      writeFileSync(facts, JSON.stringify({ units, facts: entries, reported: [] }))
      writeFileSync(out, 'kept')
      const { ended, seconds } = await interrupted(['score', PLAIN, facts, '--out', out], 1500)
      expect(ended).toBe('SIGINT')
      expect(seconds).toBeLessThan(2)
      expect(readFileSync(out, 'utf8')).toBe('kept')
      expect(readdirSync(folder).toSorted()).toEqual(['facts.json', 'x.json'])
    }),
  60_000,
)

interface Unwritable {
  readonly name: string
  readonly exit: number
  readonly says: string
  readonly more?: readonly string[]
}

const unwritable: readonly Unwritable[] = [
  { name: 'x', exit: 2, says: '--out 要写成文件名，后缀说明形式' },
  { name: 'x.xlsx', exit: 2, says: '--format json 与文件', more: ['--format', 'json'] },
  {
    name: 'folder.json',
    exit: 1,
    says: '这个位置已经有同名的文件夹。没有写出任何内容，原有文件未改动',
  },
  { name: 'file/x.json', exit: 1, says: '路径中间有一个是文件，不是文件夹' },
  { name: `${'长'.repeat(100)}.json`, exit: 1, says: '文件名太长' },
]

test.each(unwritable)('a result cannot be written to $name', ({ name, exit, says, more = [] }) =>
  inFolder(async (folder) => {
    mkdirSync(join(folder, 'folder.json'))
    writeFileSync(join(folder, 'file'), '')
    const ran = await kaohe('score', PLAIN, '--out', join(folder, name), ...more)
    expect(ran).toMatchObject({ exit, err: expect.stringContaining(says) })
    expect(readdirSync(folder).toSorted()).toEqual(['file', 'folder.json'])
  }),
)
