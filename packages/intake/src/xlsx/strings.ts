import type { Zip } from '../container/zip.ts'
import { readXml } from './xml.ts'

/** The shared strings of a workbook; phonetic guides beside the characters are left out. */
export function readStrings(zip: Zip, part: string): readonly string[] {
  const strings: string[] = []
  const entry = zip.entries.get(part)
  let current = ''
  let inText = false
  let inGuide = false
  if (entry === undefined) return strings
  readXml(zip, entry, {
    open(name) {
      if (name === 'si') current = ''
      if (name === 'rPh') inGuide = true
      inText = name === 't' && !inGuide
    },
    text(text) {
      if (inText) current += text
    },
    close(name) {
      if (name === 'rPh') inGuide = false
      if (name === 't') inText = false
      if (name === 'si') strings.push(current)
    },
  })
  return strings
}
