import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Told } from '../result/told.ts'
import { settleDocument } from '../word/settle.ts'
import { type Fields, fieldsOf } from './fields.ts'
import { openTemplate, type Piece, TemplateMistake } from './open.ts'

const MOST_CHARACTERS = 60_000_000
/** What each member of a list costs besides its words. */
const AROUND = 100

// How long it becomes: a list in a list in a list may be far longer than the template, and takes as long to count.
class Length {
  #left = MOST_CHARACTERS

  #take(characters: number): void {
    this.#left -= characters + 1
    if (this.#left < 0)
      throw new TemplateMistake(['照这个模板写出来太长，请减少一层套一层的占位符'])
  }

  /** @throws TemplateMistake */
  count(pieces: readonly Piece[], fields: Fields): void {
    for (const { value, subparsed } of pieces) {
      const found = fields[value.trim()]
      if (subparsed === undefined)
        this.#take(typeof found === 'string' ? found.length : value.length)
      else
        for (const one of typeof found === 'object' ? found : [{}]) {
          this.#take(AROUND)
          this.count(subparsed, { ...fields, ...one })
        }
    }
  }
}

const DOCUMENT = 'word/document.xml'
const BODY = '<w:body>'

// Whatever the template looks like, what may not leave the office says so at its top.
function marked(bytes: Uint8Array, mark: string): Uint8Array {
  const parts = unzipSync(bytes)
  const run = `<w:r><w:rPr><w:b/><w:color w:val="FF0000"/><w:sz w:val="32"/></w:rPr><w:t>${mark}</w:t></w:r>`
  const paragraph = `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run}</w:p>`
  const xml = strFromU8(parts[DOCUMENT]!)
  parts[DOCUMENT] = strToU8(xml.replace(BODY, () => `${BODY}${paragraph}`))
  return zipSync(parts)
}

/**
 * A paper written with a template of the office's own.
 * @returns the bytes of a .docx, the same for the same input
 * @throws TemplateMistake when it would become too long, or is no template any more
 */
export function fillTemplate(bytes: Uint8Array, told: Told, about: 'unit' | 'all'): Uint8Array {
  const template = openTemplate(bytes)
  const fields = fieldsOf(told, about)
  new Length().count(template.pieces, fields)
  const filled = template.fill(fields)
  const { mark, signedOn } = told.office
  return settleDocument(mark === null ? filled : marked(filled, mark), signedOn)
}
