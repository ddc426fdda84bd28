import type { FileChild } from 'docx'
import type { Block } from '../block.ts'
import { code } from './code.ts'
import { form } from './form.ts'
import { table } from './tables.ts'
import { attached, attachments, blank, said, signature, title } from './words.ts'

const HEADINGS = { 1: 'Heading1st', 2: 'Heading2nd', 3: 'Heading3rd' } as const

/** What a part of a paper is in Word. */
export function written(block: Block): FileChild[] {
  switch (block.kind) {
    case 'title':
      return [title(block.lines, block.newPage)]
    case 'blank':
      return [blank()]
    case 'paragraph':
      return [said(block.style === 'text' ? 'Text' : 'Flush', block.text, { keepNext: block.keep })]
    case 'heading':
      return [said(HEADINGS[block.level], block.text)]
    case 'attachments':
      return attachments(block.names)
    case 'signature':
      return signature(block.issuer, block.date)
    case 'attached':
      return [attached()]
    case 'table':
      return [table(block)]
    case 'code':
      return code(block.link, block.says)
    case 'form':
      return [form(block.rows)]
  }
}
