import { randomUUID } from 'node:crypto'
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Interrupt } from './interrupt.ts'
import { near } from './near.ts'
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
  readonly #interrupt: Interrupt

  constructor(streams: Streams, language: 'zh' | 'en', interrupt: Interrupt) {
    this.#streams = streams
    this.language = language
    this.#interrupt = interrupt
    this.signal = interrupt.signal
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
    return new Progress(this.#streams.err, this.say(label), this.#interrupt)
  }

  async read(path: string): Promise<InputFile> {
    try {
      return { path, bytes: await readFile(path) }
    } catch (error) {
      throw await this.#unreadable(path, error)
    }
  }

  async #unreadable(path: string, error: unknown): Promise<Refusal> {
    const { zh, en } = whyUnreadable(path, error)
    if (codeOf(error) !== 'ENOENT') return new Refusal(this.say({ zh, en }))
    const beside = await readdir(dirname(path)).catch(() => [])
    const guess = await near(
      basename(path),
      beside.filter((name) => !name.startsWith('.')),
    )
    return new Refusal(this.say({ zh: `${zh}${guess.zh}`, en: `${en}${guess.en}` }))
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
      throw await this.#unreadable(path, error)
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
    const names = await readdir(folder).catch(async (error: unknown) => {
      throw await this.#unreadable(folder, error)
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
    const deaf = this.#interrupt.hear()
    try {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(draft, content)
      this.signal.throwIfAborted()
      await rename(draft, path)
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined)
      if (this.signal.aborted) throw error
      throw new Refusal(this.say(whyUnwritable(path, error)))
    } finally {
      deaf()
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

const UNWRITABLE: Readonly<Record<string, Words>> = {
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EDQUOT: { zh: '磁盘配额已用完', en: 'the disk quota is used up' },
  EACCES: { zh: '没有写入这个文件夹的权限', en: 'no permission to write into this folder' },
  EPERM: { zh: '没有写入这个文件夹的权限', en: 'no permission to write into this folder' },
  EROFS: { zh: '这个位置是只读的', en: 'this place is read-only' },
  ENOENT: { zh: '这个文件夹不存在，也建不了', en: 'the folder is not there and cannot be made' },
  ENOTDIR: {
    zh: '路径中间有一个是文件，不是文件夹',
    en: 'part of the path is a file, not a folder',
  },
  EEXIST: {
    zh: '路径中间有一个是文件，不是文件夹',
    en: 'part of the path is a file, not a folder',
  },
  EISDIR: { zh: '这个位置已经有同名的文件夹', en: 'there is a folder of that name' },
  ENOTEMPTY: { zh: '这个位置已经有同名的文件夹', en: 'there is a folder of that name' },
  ENAMETOOLONG: { zh: '文件名太长', en: 'the name is too long' },
  EBUSY: { zh: '文件正被别的程序使用', en: 'the file is in use by another program' },
}

function whyUnwritable(path: string, error: unknown): Words {
  const code = codeOf(error)
  const { zh, en } = UNWRITABLE[code] ?? { zh: code, en: code }
  return {
    zh: `不能写出 ${path}：${zh}。没有写出任何内容，原有文件未改动；请换一个位置再试。`,
    en: `Cannot write ${path}: ${en}. Nothing was written or changed; please choose another place.`,
  }
}
