import type { Zip } from '../container/zip.ts'
import { Counts, Texts } from '../grid/index.ts'
import { readXml } from './xml.ts'

/** The shared strings of a workbook, kept once and packed: most of them stand in a single cell. */
export class SharedStrings {
  readonly #texts = new Texts()
  readonly #places = new Counts()
  readonly #long: string[] = []

  add(text: string): void {
    const place = this.#texts.keep(text)
    this.#places.push(place >= 0 ? place : -this.#long.push(text))
  }

  at(index: number): string | undefined {
    const place = this.#places.at(index)
    if (place === undefined) return undefined
    return place >= 0 ? this.#texts.at(place) : this.#long[-place - 1]
  }
}

/** Reads the shared strings; phonetic guides beside the characters are left out. */
export function readStrings(zip: Zip, part: string): SharedStrings {
  const strings = new SharedStrings()
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
      if (name === 'si') strings.add(current)
    },
  })
  return strings
}
