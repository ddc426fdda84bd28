/**
 * One connection, and how statements travel on it. A way to the database and back costs more than most statements
 * do. So what nobody waits for (the beginning of a transaction, who asks, the entry of the log) travels with the next
 * statement that is waited for, at the latest with the commit; and what is asked again and again is prepared once.
 */
import { CompiledQuery, type DatabaseConnection, type QueryResult } from 'kysely'
import type { Duplex } from 'node:stream'
import type { PoolClient, QueryResult as PgResult } from 'pg'
import { ofCommit } from './lost.ts'
import type { Statements } from './statements.ts'

const BEGIN = CompiledQuery.raw('begin')
const COMMIT = CompiledQuery.raw('commit')
const ROLLBACK = CompiledQuery.raw('rollback')
const SILENT = 'Connection terminated: the database was silent'
const CHANGES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

const unhurried = new WeakSet<CompiledQuery>()

/**
 * Marks a statement whose answer nobody waits for. When it fails, the next one of its transaction says so, and
 * nothing of the transaction is stored.
 */
export function unwaited(query: CompiledQuery): CompiledQuery {
  unhurried.add(query)
  return query
}

/** Does the database say that what was prepared is of an earlier schema? */
export function isOutdated(error: unknown): boolean {
  const { code, routine } = error as { code?: unknown; routine?: unknown }
  return code === '0A000' && routine === 'RevalidateCachedQuery'
}

// The socket of a client, as the driver keeps it; without it every statement is a write of its own.
function streamOf(client: PoolClient): Duplex | undefined {
  return (client as { readonly connection?: { readonly stream?: Duplex } }).connection?.stream
}

export class Line implements DatabaseConnection {
  private isBroken = false
  private isActing = false
  private waiting: CompiledQuery[] = []
  private readonly client: PoolClient
  private readonly statements: Statements
  private readonly silentMs: number

  /** @param silentMs how long an answer is waited for before the connection is given up */
  constructor(client: PoolClient, statements: Statements, silentMs: number) {
    this.client = client
    this.statements = statements
    this.silentMs = silentMs
  }

  private send({ sql: text, parameters }: CompiledQuery): Promise<PgResult> {
    const name = this.statements.nameOf(text)
    const values = [...parameters]
    return this.client.query(name === undefined ? { text, values } : { name, text, values })
  }

  /** Sends what waits and then this. @throws the error of the first of them that failed */
  private async flush(query: CompiledQuery): Promise<PgResult> {
    const stream = streamOf(this.client)
    // All of them leave in one write: each write wakes the database, which costs more than what is written.
    stream?.cork()
    const sent = [...this.waiting, query].map((one) => this.send(one))
    stream?.uncork()
    this.waiting = []
    // A way that swallows everything says nothing of it: without an end, whoever asked would wait for ever.
    const silent = setTimeout(() => stream?.destroy(new Error(SILENT)), this.silentMs)
    const ends = await Promise.allSettled(sent)
    clearTimeout(silent)
    for (const end of ends) {
      if (end.status === 'fulfilled') continue
      const error = end.reason as Error
      if (isOutdated(error)) this.statements.forget()
      // So that the trace leads to whoever asked, not to the socket.
      Error.captureStackTrace(error)
      throw error
    }
    return sent.at(-1)!
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.isActing && unhurried.has(query)) {
      this.waiting.push(query)
      return { rows: [] }
    }
    const { command, rowCount, rows } = await this.flush(query)
    const changed = CHANGES.has(command) ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}
    return { rows: rows as R[], ...changed }
  }

  // oxlint-disable-next-line require-yield
  async *streamQuery(): AsyncGenerator<never> {
    throw new Error('答案是整个读取的')
  }

  begin(): void {
    this.isActing = true
    this.waiting.push(BEGIN)
  }

  /** @returns false when the database rolled back instead @throws CommitLost when it did not answer */
  async commit(): Promise<boolean> {
    const { command } = await this.flush(COMMIT).catch((error: unknown) => {
      throw ofCommit(error)
    })
    this.isActing = false
    return command === 'COMMIT'
  }

  async rollback(): Promise<void> {
    const hasBegun = !this.waiting.includes(BEGIN)
    this.waiting = []
    this.isActing = false
    if (!hasBegun) return
    // What went wrong before is what is told; this connection is given up.
    await this.flush(ROLLBACK).catch(() => {
      this.isBroken = true
    })
  }

  /** Gives the connection back. */
  release(): void {
    this.client.release(this.isBroken)
  }
}
