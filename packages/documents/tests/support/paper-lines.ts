import { strFromU8, unzipSync } from 'fflate'

/** The words of a Word document as its markup holds them, a paragraph a line, without those of its headers. */
export function linesOfPaper(bytes: Uint8Array): string[] {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml']!)
  return xml
    .split('</w:p>')
    .map((one) => one.replaceAll(/<[^>]+>/g, '').trim())
    .filter((one) => one !== '')
}
