import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readPdf } from '../../../tools/testing/read-pdf.ts'
import { chosenFonts, MissingSigns, startTypesetter, type Typesetter } from '../src/index.ts'
import { familiesIn } from '../src/font-names.ts'
import { STAND_IN } from '../src/roles.ts'
import { named } from './support/name-font.ts'

const OPEN_FONT = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf',
)
const plain = startTypesetter({ folder: null })
afterAll(() => plain.close())

const HEAD = `#let fonts = json(bytes(sys.inputs.fonts))
#set document(title: "样张", date: datetime(year: 2024, month: 1, day: 20))
#set text(..fonts.text, lang: "zh", region: "cn", fallback: false, cjk-latin-spacing: none)
`
const set = (words: string, by: Typesetter = plain): Promise<Uint8Array> =>
  by.pdf(`${HEAD}#par(${JSON.stringify(words)})`, '2024-01-20')

/** A folder of a site with a font that we may ship, under a name that we look for. */
function siteFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-fonts-'))
  writeFileSync(join(folder, 'FS.ttf'), named(readFileSync(OPEN_FONT), '仿宋_GB2312'))
  writeFileSync(join(folder, 'broken.ttf'), 'not a font')
  writeFileSync(join(folder, 'readme.txt'), '…')
  return folder
}

describe('a document that is set', () => {
  it('holds its words, in the font that comes along, tagged, in Chinese', async () => {
    const read = await readPdf(await set('石桥镇团委 92.5分'))
    expect(read).toEqual({
      pages: ['石桥镇团委 92.5分'],
      fonts: ['NotoSerifSC-Regular'],
      title: '样张',
      tagged: true,
      language: 'zh-CN',
    })
  })

  it('is the same to the byte, whoever sets it and when', async () => {
    const other = startTypesetter({ folder: null })
    const [one, two, three] = await Promise.all([set('一'), set('二'), set('一', other)])
    await other.close()
    expect(Buffer.from(one).equals(Buffer.from(three))).toBe(true)
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false)
  })

  it('with a sign that no font has is refused by naming it', async () => {
    await expect(set('团委𬎆')).rejects.toThrow(MissingSigns)
    await expect(set('团委𬎆')).rejects.toMatchObject({ signs: ['𬎆'] })
  })

  it('that is no document fails, and the next is set', async () => {
    await expect(plain.pdf('#nothing()', '2024-01-20')).rejects.toThrow(/unknown variable/)
    expect((await readPdf(await set('好'))).pages).toEqual(['好'])
  })

  it('keeps nobody alive, and its process ends with who began it', () => {
    const door = new URL('../src/index.ts', import.meta.url).href
    const script = `import { startTypesetter } from '${door}'
const pdf = await startTypesetter({ folder: null }).pdf('#let fonts = 1', '2024-01-20')
console.log(pdf.length > 500)`
    const args = ['--input-type=module', '--eval', script]
    expect(execFileSync(process.execPath, args, { timeout: 60_000 }).toString()).toBe('true\n')
  })

  it('is set again after the process ended', async () => {
    const other = startTypesetter({ folder: null })
    await set('一', other)
    await other.close()
    expect((await readPdf(await set('二', other))).pages).toEqual(['二'])
    await other.close()
  })
})

describe('fonts of the site', () => {
  it('are found by the names inside their files', () => {
    expect(familiesIn(OPEN_FONT)).toContain('ZCOOL XiaoWei')
    expect(familiesIn(join(siteFolder(), 'FS.ttf'))).toEqual(['仿宋_GB2312'])
    expect(familiesIn(join(siteFolder(), 'broken.ttf'))).toEqual([])
  })

  it('come before ours in their role, and behind it in the others', () => {
    const { text, title } = chosenFonts(siteFolder())
    expect(text).toEqual({ font: ['仿宋_GB2312', STAND_IN], weight: 400, own: true })
    expect(title).toEqual({ font: [STAND_IN, '仿宋_GB2312'], weight: 700, own: false })
    expect(chosenFonts(null).text).toEqual({ font: [STAND_IN], weight: 400, own: false })
  })

  it('are embedded, and ours where a sign is missing in them', async () => {
    const own = startTypesetter({ folder: siteFolder() })
    const { fonts, pages } = await readPdf(await set('石桥镇䶮', own))
    await own.close()
    expect(pages.join('')).toBe('石桥镇䶮')
    expect(fonts).toEqual(['NotoSerifSC-Regular', 'ZCOOLXiaoWei-Regular'])
  })
})
