import { createHash } from 'node:crypto'
import { appended, checkpointText, leafHash, type Node, type NodeOf, rootHash } from '@kaohe/log'
import { type Acting, type Keeper, sha256 } from '@kaohe/storage'
import { sql } from 'kysely'

/** What a forger has: every right in the database, the stolen key, and chance. */
export interface Forger {
  readonly db: Acting
  readonly keeper: Keeper
  /** The checkpoint that a witness elsewhere holds covers so many entries. */
  readonly witnessed: number
  /** Entries that the log has. */
  readonly size: number
  pick(below: number): number
}

interface Row {
  readonly id: string
  readonly leaf: Buffer
}

async function entries({ db }: Forger): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT id, leaf FROM log_entry WHERE position IS NOT NULL ORDER BY position`.execute(db)
  return rows
}

function treeOver(rows: readonly Row[]) {
  const nodes = new Map<string, Node>()
  const nodeOf: NodeOf = ({ level, index }) => nodes.get(`${level}/${index}`)!.hash
  rows.forEach(({ leaf }, at) => {
    for (const node of appended(sha256, at, leafHash(sha256, leaf), nodeOf))
      nodes.set(`${node.level}/${node.index}`, node)
  })
  return { nodes: [...nodes.values()], root: rootHash(sha256, rows.length, nodeOf) }
}

/** Makes the whole tree anew over entries in this order, and signs it with the stolen key. */
async function rebuild({ db, keeper }: Forger, rows: readonly Row[]): Promise<void> {
  await sql`TRUNCATE log_node, log_checkpoint`.execute(db)
  await sql`UPDATE log_entry SET position = NULL`.execute(db)
  await sql`
    UPDATE log_entry SET position = ordinality - 1
    FROM unnest(${rows.map(({ id }) => id)}::uuid[]) WITH ORDINALITY AS placed (id, ordinality)
    WHERE log_entry.id = placed.id`.execute(db)
  const { nodes, root } = treeOver(rows)
  if (nodes.length > 0)
    await db
      .insertInto('log_node')
      .values(nodes.map((node) => ({ ...node, hash: Buffer.from(node.hash) })))
      .execute()
  const note = keeper.sign(checkpointText({ origin: keeper.origin, size: rows.length, root }))
  await db
    .insertInto('log_checkpoint')
    .values({ size: rows.length, at: new Date(0).toISOString(), note })
    .execute()
}

async function forge({ db, pick }: Forger): Promise<Row> {
  const leaf = Buffer.from(`{"act":"mark.write","forged":${pick(1_000_000)}}`)
  const { rows } = await sql<Row>`
    INSERT INTO log_entry (id, at, act, object, leaf, position)
    VALUES (gen_random_uuid(), now(), 'mark.write', 'mark/forged', ${leaf}, NULL)
    RETURNING id, leaf`.execute(db)
  return rows[0]!
}

async function altered({ db }: Forger, row: Row): Promise<Row> {
  const leaf = Buffer.from(row.leaf.toString('utf8').replace(/"mark\/\d+"/, '"mark/another"'))
  if (leaf.equals(row.leaf)) throw new Error('nothing was altered')
  await sql`UPDATE log_entry SET leaf = ${leaf} WHERE id = ${row.id}`.execute(db)
  return { ...row, leaf }
}

/** A way of tampering; each touches something below what the witness holds. */
export type Sort = (forger: Forger) => Promise<void>

/** Whatever can be done to the log with every right in the database and the key of its checkpoints. */
export const sorts: Readonly<Record<string, Sort>> = {
  'edit a leaf': async (forger) => {
    const rows = await entries(forger)
    await altered(forger, rows[forger.pick(forger.witnessed)]!)
  },
  'edit what was before and after': async ({ db, witnessed, pick }) => {
    await sql`UPDATE log_entry SET change = '{"after":{"n":-1}}'
      WHERE position = ${pick(witnessed)}`.execute(db)
  },
  'edit a hash of the tree': async ({ db, witnessed, pick }) => {
    const hash = createHash('sha256')
      .update(`${pick(1_000_000)}`)
      .digest()
    await sql`UPDATE log_node SET hash = ${hash}
      WHERE level = 0 AND index = ${pick(witnessed)}`.execute(db)
  },
  'delete an entry': async ({ db, witnessed, pick }) => {
    const at = pick(witnessed)
    await sql`DELETE FROM log_entry WHERE position = ${at}`.execute(db)
    await sql`DELETE FROM log_node WHERE level = 0 AND index = ${at}`.execute(db)
  },
  'truncate all': async ({ db }) => {
    await sql`TRUNCATE log_entry, log_node, log_checkpoint`.execute(db)
  },
  'edit, rebuild and sign again': async (forger) => {
    const rows = await entries(forger)
    const at = forger.pick(forger.witnessed)
    rows[at] = await altered(forger, rows[at]!)
    await rebuild(forger, rows)
  },
  'delete, rebuild and sign again': async (forger) => {
    const rows = await entries(forger)
    const [gone] = rows.splice(forger.pick(forger.witnessed), 1)
    await sql`DELETE FROM log_entry WHERE id = ${gone!.id}`.execute(forger.db)
    await rebuild(forger, rows)
  },
  'insert, rebuild and sign again': async (forger) => {
    const rows = await entries(forger)
    rows.splice(forger.pick(forger.witnessed), 0, await forge(forger))
    await rebuild(forger, rows)
  },
  'exchange two, rebuild and sign again': async (forger) => {
    const rows = await entries(forger)
    const [a, b] = [forger.pick(forger.witnessed - 1), forger.witnessed - 1]
    ;[rows[a], rows[b]] = [rows[b]!, rows[a]!]
    await rebuild(forger, rows)
  },
  'cut off the end and sign again': async (forger) => {
    const rows = await entries(forger)
    const kept = rows.slice(0, forger.pick(forger.witnessed))
    await sql`DELETE FROM log_entry WHERE id <> ALL (${kept.map(({ id }) => id)}::uuid[])`.execute(
      forger.db,
    )
    await rebuild(forger, kept)
  },
  'replay an old backup and go on': async (forger) => {
    const rows = await entries(forger)
    const kept = rows.slice(0, forger.pick(forger.witnessed))
    await sql`DELETE FROM log_entry WHERE id <> ALL (${kept.map(({ id }) => id)}::uuid[])`.execute(
      forger.db,
    )
    // What is written afterwards reaches past what the witness holds.
    while (kept.length < forger.size) kept.push(await forge(forger))
    await rebuild(forger, kept)
  },
}
