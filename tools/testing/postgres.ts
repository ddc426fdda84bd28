/**
 * A real PostgreSQL for tests: a database of one's own in a temporary folder, reached through a Unix
 * socket in that folder (no port, so no clash and no listener), gone at the end.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { chownSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { type Account, runnableBinaries, serverAccount } from '@kaohe/storage'

export interface TestPostgres {
  readonly url: string
  stop(): Promise<void>
}

/**
 * The whole life of the server in one shell: it stops the server and deletes the folder when its standard
 * input closes. That happens on stop(), and also when the test process is killed, so nothing is left behind.
 * No durability: a test that fails loses nothing.
 */
const LIFE = `
home=$1; bin=$2
trap 'rm -rf "$home"' EXIT
trap '' INT
fast='-c fsync=off -c synchronous_commit=off -c full_page_writes=off'
"$bin/initdb" -D "$home/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$home/log" 2>&1 &&
"$bin/pg_ctl" -D "$home/data" -l "$home/log" -w -s -o "-k '$home' -c listen_addresses= $fast" start ||
{ cat "$home/log" >&2; exit 1; }
echo ready
read -r _
"$bin/pg_ctl" -D "$home/data" -m immediate -w -s stop
`

function makeHome(account: Account | undefined): string {
  const home = mkdtempSync(join(tmpdir(), 'kaohe-pg-'))
  if (account !== undefined) chownSync(home, account.uid, account.gid)
  return home
}

async function startShell(home: string, account: Account | undefined): Promise<ChildProcess> {
  const bin = await runnableBinaries(home, account)
  return spawn('sh', ['-c', LIFE, 'kaohe-postgres', home, bin], {
    ...account,
    cwd: home,
    stdio: ['pipe', 'pipe', 'pipe'],
    // Ctrl-C in the terminal must not reach the server before its tests have ended.
    detached: true,
  })
}

async function untilReady(shell: ChildProcess): Promise<void> {
  const { stdout, stderr } = shell
  if (stdout === null || stderr === null) throw new Error('the shell has no output')
  const errors = text(stderr)
  const ready = await new Promise<boolean>((resolve, reject) => {
    stdout.once('data', () => resolve(true))
    shell.once('error', reject)
    shell.once('exit', () => resolve(false))
  })
  if (!ready) throw new Error(`PostgreSQL did not start:\n${await errors}`)
}

function stopShell(shell: ChildProcess): Promise<void> {
  if (shell.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    shell.once('exit', () => resolve())
    shell.stdin?.end()
  })
}

export async function startPostgres(): Promise<TestPostgres> {
  const account = serverAccount()
  const home = makeHome(account)
  const shell = await startShell(home, account)
  await untilReady(shell)
  return {
    url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(home)}`,
    stop: () => stopShell(shell),
  }
}
