import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { checkSite, type NamedFinding, readSite } from '../check-house.ts'

export type Files = Readonly<Record<string, string>>

function plant(files: Files): string {
  const root = mkdtempSync(join(tmpdir(), 'kaohe-house-'))
  execFileSync('git', ['init', '-q', root])
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

/** Builds a tree of these files in a temporary folder, and takes it away afterwards. */
export function inTree<T>(files: Files, look: (root: string) => T): T {
  const root = plant(files)
  try {
    return look(root)
  } finally {
    rmSync(root, { recursive: true })
  }
}

export function findingsIn(files: Files): NamedFinding[] {
  return inTree(files, (root) => checkSite(readSite(root)))
}
