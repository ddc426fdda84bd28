import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * The path of a program that npm cannot bring. Its absence is an error and never a skip:
 * a check that did not run must not look like one that passed.
 */
export function outsideTool(name: string, debianPackage: string): string {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = folders.map((folder) => join(folder, name)).find(isExecutable)
  if (found === undefined) {
    throw new Error(`${name} is needed and absent; on Debian: apt-get install ${debianPackage}`)
  }
  return found
}
