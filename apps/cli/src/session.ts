import { randomUUID } from 'node:crypto'
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Refusal, type Words } from './refusal.ts'
import { Progress } from './progress.ts'
import type { Streams } from './streams.ts'

export interface InputFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** Everything a command may do outside itself: read, write whole files, speak, show progress. */
export class Session {
  readonly language: 'zh' | 'en'
  readonly signal: AbortSignal
  readonly #streams: Streams

  constructor(streams: Streams, language: 'zh' | 'en', signal: AbortSignal) {
    this.#streams = streams
    this.language = language
    this.signal = signal
  }

  say(words: Words): string {
    return words[this.language]
  }

  print(text: string): void {
    this.#streams.out.write(text.endsWith('\n') ? text : `${text}\n`)
  }

  printBytes(bytes: Uint8Array): void {
    this.#streams.out.write(bytes)
  }

  /** Notes go to standard error, so that output can be piped on. */
  note(text: string): void {
    this.#streams.err.write(`${text}\n`)
  }

  /** Whether the output is read on a terminal. */
  get isTerminal(): boolean {
    return this.#streams.out.isTTY === true
  }

  /**
   * Gives way, so that an interruption is heard.
   * @throws the signal's reason when there was one
   */
  async breathe(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    this.signal.throwIfAborted()
  }

  progress(label: Words): Progress {
    return new Progress(this.#streams.err, this.say(label), this.signal)
  }

  async read(path: string): Promise<InputFile> {
    try {
      return { path, bytes: await readFile(path) }
    } catch (error) {
      throw new Refusal(this.say(whyUnreadable(path, error)))
    }
  }

  /** The text of a file. @throws Refusal when it is not UTF-8 */
  decode({ path, bytes }: InputFile): string {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      throw new Refusal(
        this.say({
          zh: `${path} 不是 UTF-8 文本，请另存为 UTF-8 后再试。`,
          en: `${path} is not UTF-8 text; please save it as UTF-8.`,
        }),
      )
    }
  }

  async isFolder(path: string): Promise<boolean> {
    try {
      return (await stat(path)).isDirectory()
    } catch (error) {
      throw new Refusal(this.say(whyUnreadable(path, error)))
    }
  }

  async exists(path: string): Promise<boolean> {
    return stat(path).then(
      () => true,
      () => false,
    )
  }

  /** The files of a folder with one of the endings, sorted by name. */
  async list(folder: string, endings: readonly string[]): Promise<string[]> {
    const names = await readdir(folder).catch((error: unknown) => {
      throw new Refusal(this.say(whyUnreadable(folder, error)))
    })
    return names
      .filter(
        (n) => endings.some((e) => n.endsWith(e)) && !n.startsWith('.') && !n.startsWith('~$'),
      )
      .toSorted()
      .map((n) => join(folder, n))
  }

  /** Writes a file whole or not at all: beside its place first, then moved there. */
  async write(path: string, content: string | Uint8Array): Promise<void> {
    const draft = join(dirname(path), `.${randomUUID()}.part`)
    try {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(draft, content)
      this.signal.throwIfAborted()
      await rename(draft, path)
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined)
      if (this.signal.aborted) throw error
      throw new Refusal(this.say(whyUnwritable(path, error)))
    }
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error
    ? String(error.code)
    : String(error)
}

function whyUnreadable(path: string, error: unknown): Words {
  const code = codeOf(error)
  if (code === 'ENOENT')
    return { zh: `没有 ${path}，请检查路径。`, en: `There is no ${path}; please check the path.` }
  if (code === 'ENOTDIR')
    return {
      zh: `${path} 不是文件夹，请检查路径。`,
      en: `${path} is not a folder; please check the path.`,
    }
  if (code === 'EACCES' || code === 'EPERM')
    return { zh: `没有读取 ${path} 的权限。`, en: `No permission to read ${path}.` }
  if (code === 'EISDIR')
    return {
      zh: `${path} 是文件夹，这里需要一个文件。`,
      en: `${path} is a folder; a file is needed here.`,
    }
  return { zh: `不能读取 ${path}（${code}）。`, en: `Cannot read ${path} (${code}).` }
}

function whyUnwritable(path: string, error: unknown): Words {
  const code = codeOf(error)
  if (code === 'ENOSPC')
    return {
      zh: `磁盘已满，${path} 没有写出，原有文件未改动。`,
      en: `The disk is full; ${path} was not written and nothing was changed.`,
    }
  return {
    zh: `不能写出 ${path}（${code}），原有文件未改动。`,
    en: `Cannot write ${path} (${code}); nothing was changed.`,
  }
}
