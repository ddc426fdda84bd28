import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { readSettings } from '../src/settings.ts'
import { tellFonts } from '../src/watch/index.ts'

describe('fonts of the site', () => {
  it('are in a folder that is there, or the server does not start', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kaohe-fonts-'))
    expect(readSettings({}, []).fonts).toBeNull()
    expect(readSettings({ KAOHE_FONTS: folder }, []).fonts).toBe(folder)
    const file = join(folder, 'a.ttf')
    await writeFile(file, '')
    for (const wrong of [file, join(folder, 'nowhere')])
      expect(() => readSettings({ KAOHE_FONTS: wrong }, [])).toThrow('KAOHE_FONTS')
  })

  it('are told of when those of official documents are not among them', async () => {
    const told: string[] = []
    const log = pino({ level: 'warn' }, { write: (line) => void told.push(line) })
    tellFonts(log, null)
    expect(told).toEqual([])
    tellFonts(log, await mkdtemp(join(tmpdir(), 'kaohe-fonts-')))
    expect(told).toEqual([expect.stringContaining('没有找到仿宋、小标宋')])
  })
})
