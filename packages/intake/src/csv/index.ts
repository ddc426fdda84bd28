import { decodeText } from '../container/decode.ts'
import type { Grid } from '../grid/index.ts'
import { split } from './split.ts'

function nameOf(file: string): string {
  return (file.split(/[/\\]/).at(-1) ?? file).replace(/\.[^.]*$/, '')
}

function delimiterOf(text: string): string {
  const head = text.slice(0, 4000).split('\n').slice(0, 5).join('\n')
  const count = (c: string): number => head.split(c).length
  return [',', '\t', ';', '，'].reduce((best, c) => (count(c) > count(best) ? c : best))
}

/** Reads a text table. @throws Refusal when it cannot be decoded or taken apart. */
export function readCsv(file: string, bytes: Uint8Array): Grid {
  const text = decodeText(bytes)
  return {
    file,
    name: nameOf(file),
    form: 'text',
    hidden: false,
    rows: split(text, delimiterOf(text)),
    merges: [],
    hiddenColumns: new Set(),
    from1904: false,
  }
}
