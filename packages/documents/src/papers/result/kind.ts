import type { Paper } from '../paper.ts'
import { paperMarkup } from '../typst/paper.ts'
import { paperDocument } from '../word/page.ts'
import type { Told } from './told.ts'

/** A paper that Kaohe prints of a result. */
export interface PaperKind {
  readonly id: string
  readonly name: string
  /** One for each unit, or one about all. */
  readonly about: 'unit' | 'all'
  readonly ending: 'docx' | 'html'
  write(told: Told): Promise<Uint8Array>
  /** The same for the typesetter, which makes a PDF of it. */
  markup(told: Told): string
}

interface Official extends Pick<PaperKind, 'id' | 'name' | 'about'> {
  paper(told: Told): Paper
}

/** A paper in the form of official documents, in Word and as PDF. */
export const official = ({ paper, ...kind }: Official): PaperKind => ({
  ...kind,
  ending: 'docx',
  write: (told) => paperDocument(paper(told)),
  markup: (told) => paperMarkup(paper(told)),
})
