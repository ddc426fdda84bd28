import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

// What draws a PDF, and what one may need and does not bring along: characters of Chinese fonts, the standard fonts, and decoders
// of pictures in their plain form.
const PDF_PARTS: Readonly<Record<string, RegExp>> = {
  build: /^pdf\.worker\.min\.mjs$/,
  cmaps: /\.bcmap$/,
  standard_fonts: /\.(?:pfb|ttf)$/,
  wasm: /fallback\.js$/,
}

function pdfParts(): Plugin {
  return {
    name: 'pdf-parts',
    generateBundle() {
      const from = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')))
      for (const [folder, wanted] of Object.entries(PDF_PARTS))
        for (const name of readdirSync(join(from, folder)).filter((one) => wanted.test(one))) {
          const source = readFileSync(join(from, folder, name))
          this.emitFile({ type: 'asset', fileName: `pdf/${folder}/${name}`, source })
        }
    },
  }
}

const COMPRESSED = /\.(?:js|css|svg)$/
// Below it a compressed file saves nothing.
const LEAST_BYTES = 1024
// The best quality takes twenty times as long for one part in twenty.
const QUALITY = 9

/** Writes `.br` and `.gz` beside every text, so that the server sends a quarter of the bytes and compresses nothing. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    writeBundle({ dir }, bundle) {
      for (const name of Object.keys(bundle).filter((one) => COMPRESSED.test(one))) {
        const path = join(dir!, name)
        const bytes = readFileSync(path)
        if (bytes.length < LEAST_BYTES) continue
        const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY }
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }))
        writeFileSync(`${path}.gz`, gzipSync(bytes))
      }
    },
  }
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), pdfParts(), compressed()],
  build: {
    // Six kilobytes in all, and rooms lean on each other's: whatever page comes first, the order stays.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // On every page, and never changed by us: browsers keep it.
            { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler|@tanstack)\// },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
})
