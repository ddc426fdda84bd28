import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import { chosenFonts } from './choose.ts'
import type { Answer, Ask } from './messages.ts'

/** Documents for which what was laid out before is kept: papers of one kind have much in common. */
const KEPT = 5
const folder = process.argv[2] ?? null
const home = dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'),
)
const fontPaths = [
  ...(folder === null ? [] : [folder]),
  join(home, '400Regular'),
  join(home, '700Bold'),
]
// The workspace is where a document could read files; ours read none.
const compiler = NodeCompiler.create({
  fontArgs: [{ fontPaths }],
  workspace: join(home, '400Regular'),
})

// Digits and Latin letters of a role come from the Latin font, where the site has one.
function fontsOfRoles(): string {
  const chosen = chosenFonts(folder)
  const { latin } = chosen
  const first = latin.own ? [{ name: latin.font[0], covers: 'latin-in-cjk' }] : []
  const roles = Object.entries(chosen).map(([role, { font, weight }]) => [
    role,
    { font: [...first, ...font], weight },
  ])
  return JSON.stringify(Object.fromEntries(roles))
}
const inputs = { fonts: fontsOfRoles() }

// Diagnostics come as Rust prints them, with quotation marks escaped.
const NO_SIGN = /the text `\\?"(.*?)\\?"` could not be displayed/gsu

function answerTo({ id, source, madeAt }: Ask): Answer {
  const made = compiler.compile({ mainFileContent: source, inputs })
  if (made.hasError() || made.result === null) {
    const error = made.takeError()
    return { id, wrong: JSON.stringify(error?.shortDiagnostics ?? 'nothing came of it') }
  }
  try {
    // Archives keep it (ISO 19005-2, level A): tagged, fonts inside, and every sign with its letter.
    const options = { pdfStandard: PdfStandard.A_2a, creationTimestamp: madeAt }
    return { id, pdf: new Uint8Array(compiler.pdf(made.result, options)) }
  } catch (error) {
    const wrong = error instanceof Error ? error.message : String(error)
    const missing = [...wrong.matchAll(NO_SIGN)].map(([, sign]) => sign!)
    return missing.length > 0 ? { id, missing } : { id, wrong }
  } finally {
    compiler.evictCache(KEPT)
  }
}

process.on('message', (ask: Ask) => process.send?.(answerTo(ask)))
// Signals to all of a service reach this one too; it goes on until what was asked for is done.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined)
// Whoever began this one has ended.
process.on('disconnect', () => process.exit())
