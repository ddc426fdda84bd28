import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type FolderResult, readSchemeFolder } from '../../src/index.ts'

const FOLDER = join(import.meta.dirname, 'bad')

/** A smallest scheme that one check must find fault with, and the change that makes it good. */
export interface Bad {
  readonly check: string
  readonly text: string
  /** Path of the finding. */
  readonly path: string
  readonly counterexample: string
  /** Edits as in a readings file. */
  readonly mend: string
}

function header(text: string, word: string): string {
  return new RegExp(`^# ${word}: (.*)$`, 'm').exec(text)?.[1] ?? ''
}

/** Every file of bad/: three comments at its top say what must be found, and what mends it. */
export function badSchemes(): readonly Bad[] {
  return readdirSync(FOLDER).map((name) => {
    const text = readFileSync(join(FOLDER, name), 'utf8')
    return {
      check: name.replace('.yaml', ''),
      text,
      path: header(text, '发现'),
      counterexample: header(text, '反例'),
      mend: header(text, '改好'),
    }
  })
}

/** The scheme as it is bad, or with its one change made as a reading would make it. */
export function readBad({ check, text, mend }: Bad, mended = false): FolderResult {
  const readings = `方案: bad-${check}\n口径: [{编号: mend, 问题: 怎样改好, 选项: [{编号: good, 说明: 改好, 修改: ${mend}}], 采用: good}]`
  const files = [
    { path: `bad/${check}/scheme.yaml`, text },
    { path: `bad/${check}/readings.yaml`, text: readings },
  ]
  return readSchemeFolder(files, { asWritten: !mended })
}
