import type { Block } from './block.ts'

/** document: 文件格式 under a red head; letter: 信函格式; plain: what is attached, without a head. */
export type Form = 'document' | 'letter' | 'plain'

/** Who gets a copy, who printed it and when 版记. */
export interface Colophon {
  readonly copies: string
  readonly printer: string
  readonly day: string
}

/** A paper of an office in the form of official documents (GB/T 9704-2012), before Word or a PDF is written. */
export interface Paper {
  readonly form: Form
  /** The name of the file for whoever opens it. */
  readonly name: string
  /** The office that speaks 发文机关. */
  readonly issuer: string
  /** 发文字号; empty where it is still to be given. */
  readonly number?: string
  /** From the title to the signature, made with `words.ts` and `tables.ts`. */
  readonly children: readonly Block[]
  readonly colophon?: Colophon
  /** A letter that ends on its first page, if its lines can be brought so close; attachments come behind it. */
  readonly onePage?: true
  /** Across every page, for instance 内部 · 未审定. */
  readonly watermark?: string
  /** The day as which the file counts as made: `2024-01-20`. */
  readonly day: string
}

/** In the place of a number that is still to be given. */
export const NO_NUMBER = '〔　　〕　　号'
