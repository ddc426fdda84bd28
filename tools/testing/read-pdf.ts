import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a reader finds in a PDF. */
export interface ReadPdf {
  /** The words of each page, in their order, a line a line. */
  readonly pages: readonly string[]
  /** Names of the fonts that are drawn with, without the mark of a subset, each once. */
  readonly fonts: readonly string[]
  readonly title: string
  readonly tagged: boolean
  readonly language: string | null
}

interface Named {
  readonly name: string
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>

async function wordsOf(page: Page): Promise<string> {
  const { items } = await page.getTextContent()
  return items
    .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
    .join('')
}

async function fontsOf(page: Page): Promise<string[]> {
  await page.getOperatorList()
  const { items } = await page.getTextContent()
  const used = new Set(items.flatMap((item) => ('fontName' in item ? [item.fontName] : [])))
  return [...used].map((id) => (page.commonObjs.get(id) as Named).name.replace(/^[A-Z]{6}\+/, ''))
}

/** Reads a PDF as any program would that knows nothing of how it was made. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // What is read is handed over to the reader, and gone for us.
  const document = await getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    fontExtraProperties: true,
  }).promise
  const numbers = Array.from({ length: document.numPages }, (_, at) => at + 1)
  const pages = await Promise.all(numbers.map((number) => document.getPage(number)))
  const { info } = await document.getMetadata()
  const structure = await pages[0]?.getStructTree()
  const catalogue = info as { Title?: string; Language?: string }
  const words: string[] = []
  const fonts: string[] = []
  for (const page of pages) {
    words.push(await wordsOf(page))
    fonts.push(...(await fontsOf(page)))
  }
  await document.loadingTask.destroy()
  return {
    pages: words,
    fonts: [...new Set(fonts)].toSorted(),
    title: catalogue.Title ?? '',
    tagged: structure !== null && structure !== undefined,
    language: catalogue.Language ?? null,
  }
}
