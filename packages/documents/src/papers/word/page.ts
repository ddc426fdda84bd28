import { Document, type FileChild, Header, type ISectionOptions, Packer, Paragraph } from 'docx'
import { TextWatermark } from 'docx/watermarks'
import { documentHead, letterHead, letterNumber, THIN_LINE } from './head.ts'
import { pitchOf } from '../fit.ts'
import { NO_NUMBER, type Paper } from '../paper.ts'
import { written } from './blocks.ts'
import { colophon, footers } from './foot.ts'
import { FONT, HEAD, PAGE } from './measures.ts'
import { settleDocument } from './settle.ts'
import { lines, stylesFor } from './styles.ts'
import { blank } from './words.ts'

const TWENTIETHS = 20

function headers({ form, issuer, watermark }: Paper): NonNullable<ISectionOptions['headers']> {
  const mark = watermark === undefined ? [] : [across(watermark)]
  const usual = new Header({ children: mark })
  if (form !== 'letter') return mark.length === 0 ? {} : { default: usual, even: usual }
  const first = new Header({ children: [...letterHead(issuer), ...mark] })
  return { first, ...(mark.length > 0 && { default: usual, even: usual }) }
}

// A header as high as a line would push the text down.

const across = (text: string): Paragraph =>
  new Paragraph({
    spacing: lines(THIN_LINE),
    children: [new TextWatermark({ text, font: FONT.heading })],
  })

function topOf({ form, issuer, number }: Paper): FileChild[] {
  const given = number || NO_NUMBER
  if (form === 'plain') return []
  const head = form === 'letter' ? [letterNumber(given)] : documentHead(issuer, given)
  return [...head, blank(), blank()]
}

function sectionOf(paper: Paper): ISectionOptions {
  const { top, left, right, bottom, footer, width, height } = PAGE
  return {
    properties: {
      page: {
        size: { width, height },
        margin: { top, left, right, bottom, footer, header: HEAD.letter },
      },
      titlePage: paper.form === 'letter',
    },
    headers: headers(paper),
    footers: footers(paper.form),
    children: [
      ...topOf(paper),
      ...paper.children.flatMap(written),
      ...(paper.colophon === undefined ? [] : colophon(paper.colophon)),
    ],
  }
}

/**
 * The paper as a Word document.
 * @returns the bytes of a .docx, the same for the same paper
 */
export async function paperDocument(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    title: paper.name,
    creator: paper.issuer,
    lastModifiedBy: paper.issuer,
    styles: stylesFor(Math.round(pitchOf(paper) * TWENTIETHS)),
    evenAndOddHeaderAndFooters: true,
    sections: [sectionOf(paper)],
  })
  return settleDocument(new Uint8Array(await Packer.toArrayBuffer(document)), paper.day)
}
