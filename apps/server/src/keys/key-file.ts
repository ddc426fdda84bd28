import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'

const PRIVATE_FILE = 0o600
const PRIVATE_FOLDER = 0o700

const codeOf = (error: unknown): unknown => (error as NodeJS.ErrnoException).code

function readOrNothing(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function writeDurably(path: string, content: Uint8Array): void {
  const file = openSync(path, 'wx', PRIVATE_FILE)
  try {
    writeSync(file, content)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/**
 * The content of a key file; whoever comes first makes it. Servers started at the same moment on one folder
 * get the same key, and none ever reads half of one: the name is given to a file that is complete.
 *
 * @param make the content when there is no file yet
 * @throws when the file can be neither read nor made
 */
export function keyFile(path: string, make: () => Uint8Array): Buffer {
  const there = readOrNothing(path)
  if (there !== undefined) return there
  mkdirSync(dirname(path), { recursive: true, mode: PRIVATE_FOLDER })
  const own = `${path}.${randomUUID()}`
  writeDurably(own, make())
  try {
    linkSync(own, path)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    rmSync(own)
  }
  return readFileSync(path)
}
