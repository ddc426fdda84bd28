import { spawn } from 'node:child_process'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { GUIYANG, ROOT, inFolder, kaohe, shell } from './kaohe.ts'

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

test(
  'an interruption ends with 130 and leaves nothing',
  () =>
    inFolder(async (folder) => {
      const door = join(ROOT, 'apps/cli/bin/kaohe.mjs')
      const args = [
        door,
        'sensitivity',
        join(ROOT, 'schemes/dongguan-2017'),
        '--out',
        join(folder, 'x.json'),
      ]
      const child = spawn(process.execPath, args, { stdio: 'ignore' })
      setTimeout(() => child.kill('SIGINT'), 1500)
      const exit = await new Promise((resolve) => {
        child.on('exit', resolve)
      })
      expect({ exit, left: readdirSync(folder) }).toEqual({ exit: 130, left: [] })
    }),
  60_000,
)
