import { createHash } from 'node:crypto'
import type { Endpoint } from '@kaohe/contract'
import { type Acting, alone } from '@kaohe/storage'
import type { Context } from 'hono'
import { badRequest, conflict } from './problem.ts'

const LONGEST_KEY = 200

/** What tells a repeated request from a new one: the caller's key, and what it asked. */
export interface Key {
  readonly key: string
  readonly hash: Buffer
}

/** The idempotency key of a write, if it carries one. */
export async function keyOf(c: Context, endpoint: Endpoint): Promise<Key | undefined> {
  const key = c.req.header('Idempotency-Key')
  if (key === undefined || endpoint.method === 'GET') return undefined
  if (key.length > LONGEST_KEY) throw badRequest('Idempotency-Key 太长')
  const seen = c.req.header('If-Match') ?? ''
  const asked = `${endpoint.method} ${c.req.path}\n${seen && `${seen}\n`}${await c.req.text()}`
  return { key, hash: createHash('sha256').update(asked).digest() }
}

/**
 * The answer that was given to the same request before. While another request with the key is at work it is waited
 * for: what it stores would otherwise be in the way of its own repetition.
 * @throws Stop 409 when the key came with another request
 */
export async function answeredBefore(
  db: Acting,
  key: Key | undefined,
): Promise<{ readonly body: unknown } | undefined> {
  if (key === undefined) return undefined
  await alone(db, key.key)
  const row = await db
    .selectFrom('answered')
    .select(['request_hash', 'body'])
    .where('key', '=', key.key)
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (!row.request_hash.equals(key.hash)) throw conflict('这个 Idempotency-Key 已用于另一个请求')
  return { body: row.body }
}

/** Keeps the answer in the transaction of the write, so that a repetition finds it exactly when it happened. */
export async function keepAnswer(
  db: Acting,
  person: string,
  key: Key | undefined,
  body: unknown,
): Promise<void> {
  if (key === undefined) return
  await db
    .insertInto('answered')
    .values({
      person,
      key: key.key,
      request_hash: key.hash,
      status: 200,
      body: JSON.stringify(body),
    })
    .execute()
}
