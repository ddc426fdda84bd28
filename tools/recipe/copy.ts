import { execFile } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { listTree } from '../check-house/tree.ts'
import { type Block, patched } from './blocks.ts'

const root = join(import.meta.dirname, '..', '..')

export interface Ran {
  readonly code: number
  readonly output: string
}

const roomsIn = (folder: string, of: string) =>
  readdirSync(join(folder, of)).map((name) => join(of, name))

/** The packages of the tree come from the copy, all others from where they were installed. */
function linkPackages(folder: string): void {
  const modules = join(folder, 'node_modules')
  mkdirSync(join(modules, '@kaohe'), { recursive: true })
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@kaohe' && name !== '.cache')
      symlinkSync(join(root, 'node_modules', name), join(modules, name))
  for (const room of ['packages', 'apps'].flatMap((of) => roomsIn(folder, of))) {
    symlinkSync(join(folder, room), join(modules, '@kaohe', basename(room)))
    const own = join(root, room, 'node_modules')
    if (existsSync(own)) symlinkSync(own, join(folder, room, 'node_modules'))
  }
}

/** A copy of the tree in a temporary folder, to change and to try. */
export class Copy {
  readonly folder: string

  constructor() {
    this.folder = realpathSync(mkdtempSync(join(tmpdir(), 'kaohe-recipe-')))
    for (const path of listTree(root)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true })
      copyFileSync(join(root, path), join(this.folder, path))
    }
    linkPackages(this.folder)
  }

  /** Writes the file that a block is, or changes it as a block of `diff` says. */
  apply({ language, path, text }: Block): void {
    const file = join(this.folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, language === 'diff' ? patched(readFileSync(file, 'utf8'), text) : text)
  }

  run(command: string, args: readonly string[]): Promise<Ran> {
    // A vitest inside a vitest must not take itself for a part of the other.
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^VITEST|^NODE_ENV$|^TEST$/.test(name)),
    )
    const options = { cwd: this.folder, env: { ...env, NO_COLOR: '1' }, maxBuffer: 1 << 26 }
    return new Promise((resolve) => {
      execFile(command, args, options, (error, out, err) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1
        resolve({ code, output: out + err })
      })
    })
  }

  /** Runs a file or a tool of node_modules by the Node at hand. */
  node(...args: readonly string[]): Promise<Ran> {
    return this.run(process.execPath, args)
  }

  tool(name: string, ...args: readonly string[]): Promise<Ran> {
    return this.node(realpathSync(join(root, 'node_modules', '.bin', name)), ...args)
  }

  remove(): void {
    rmSync(this.folder, { recursive: true })
  }
}
