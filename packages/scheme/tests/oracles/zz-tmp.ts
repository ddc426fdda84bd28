import { readFileSync } from 'node:fs'
import { readSchemeFolder } from '@kaohe/scheme'
for (const s of process.argv.slice(2)) {
  const files = ['scheme.yaml', 'readings.yaml'].map((n) => ({ path: n, text: readFileSync(`schemes/${s}/${n}`, 'utf8') }))
  const raw = readSchemeFolder(files, { asWritten: true })
  const clean = readSchemeFolder(files)
  const show = (r: typeof clean, label: string) => {
    console.log('==', s, label, r.scheme ? 'OK' : 'FAILED')
    for (const d of r.diagnostics) console.log(JSON.stringify(d))
  }
  show(raw, 'as written'); show(clean, 'clean')
  for (const reading of clean.readings) for (const option of reading.options) {
    const r = readSchemeFolder(files, { choose: { [reading.id]: option.id } })
    if (!r.scheme) show(r, `${reading.id}=${option.id}`)
    const only = readSchemeFolder(files, { choose: Object.fromEntries(clean.readings.map(x => [x.id, x.id === reading.id ? option.id : '不定'])) })
    if (!only.scheme) show(only, `only ${reading.id}=${option.id}`)
  }
}
