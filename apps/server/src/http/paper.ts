import type { PaperFormat } from '@kaohe/contract'
import { type Paper, paperDocument, paperMarkup } from '@kaohe/documents'
import { MissingSigns } from '@kaohe/typeset'
import type { Services } from '../services.ts'
import { conflict } from './problem.ts'

/**
 * A document of the typesetter as PDF.
 * @param day as which the file counts as made: `2024-01-20`
 * @throws Stop when no font has one of its signs
 */
export async function pdfOf(
  { typesetter }: Services,
  markup: string,
  day: string,
): Promise<Uint8Array> {
  try {
    return await typesetter.pdf(markup, day)
  } catch (error) {
    if (!(error instanceof MissingSigns)) throw error
    throw conflict(
      `PDF 用的字体里没有这些字：${error.signs.join('、')}`,
      '请改用 Word，或请管理员把有这些字的字体放进 KAOHE_FONTS 的文件夹',
    )
  }
}

/** How the name of a file ends, by its format. */
export const ENDINGS = { word: 'docx', pdf: 'pdf' } as const satisfies Record<PaperFormat, string>

/** A paper in the format that was asked for. @throws Stop when that does not go */
export function paperIn(services: Services, paper: Paper, format: PaperFormat) {
  if (format === 'word') return paperDocument(paper)
  return pdfOf(services, paperMarkup(paper), paper.day)
}
