import type { Zip } from '../container/zip.ts'
import { readXml } from './xml.ts'

/** How a number format shows a number. */
export interface Shown {
  readonly shown?: 'percent' | 'date'
  readonly unit?: string
}

const PERCENT_IDS = new Set([9, 10])

function dateId(id: number): boolean {
  return (
    (id >= 14 && id <= 22) ||
    (id >= 27 && id <= 36) ||
    (id >= 45 && id <= 47) ||
    (id >= 50 && id <= 58)
  )
}

/** What a format code does to a number: `0.0%`, `yyyy"年"m"月"`, `0"人"`, `¥#,##0`. */
export function readFormat(code: string): Shown {
  const section = code.split(';')[0] ?? ''
  const bare = section.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '')
  if (bare.includes('%')) return { shown: 'percent' }
  if (/[yd]/i.test(bare.replaceAll(/general/gi, '')) || /h|s/i.test(bare)) return { shown: 'date' }
  if (/m/i.test(bare) && !/[#0?]/.test(bare)) return { shown: 'date' }
  if (/[¥￥]/.test(section)) return { unit: '元' }
  const literal = /[\u4E00-\u9FFF‰]+/.exec(section.replaceAll(/\[[^\]]*\]/g, ''))?.[0]
  return literal === undefined ? {} : { unit: literal }
}

/** The formats of a workbook by style number; styles that show plain numbers are left out. */
export function readFormats(zip: Zip): ReadonlyMap<number, Shown> {
  const codes = new Map<number, string>()
  const styles = new Map<number, Shown>()
  const entry = zip.entries.get('xl/styles.xml')
  let inside = false
  let count = 0
  if (entry === undefined) return styles
  readXml(zip, entry, {
    open(name, attributes) {
      if (name === 'numFmt')
        codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      if (name === 'cellXfs') inside = true
      if (name !== 'xf' || !inside) return
      const id = Number(attributes['numFmtId'] ?? 0)
      const shown = shownBy(id, codes.get(id))
      if (shown.shown !== undefined || shown.unit !== undefined) styles.set(count, shown)
      count += 1
    },
    close(name) {
      if (name === 'cellXfs') inside = false
    },
  })
  return styles
}

function shownBy(id: number, code: string | undefined): Shown {
  if (code !== undefined) return readFormat(code)
  if (PERCENT_IDS.has(id)) return { shown: 'percent' }
  return dateId(id) ? { shown: 'date' } : {}
}
