import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

// One file that needs no other: the program stands in the page.
function onePage(): Plugin {
  return {
    name: 'one-page',
    generateBundle(_, files) {
      const program = Object.values(files).find((file) => file.type === 'chunk')
      if (program === undefined) throw new Error('no program was built')
      const code = program.code.replaceAll('</script', String.raw`<\/script`)
      const page = readFileSync(here('page.html'), 'utf8').replace('/* program */', () => code)
      for (const name of Object.keys(files)) delete files[name]
      this.emitFile({ type: 'asset', fileName: 'check.html', source: page })
    },
  }
}

export default defineConfig({
  root: here('.'),
  plugins: [onePage()],
  build: {
    lib: { entry: here('src/main.ts'), formats: ['es'] },
    rolldownOptions: { output: { codeSplitting: false } },
  },
})
