/** Whether what is overwritten is what its writer saw: a version in the body, or `If-Match` as HTTP says it. */
import { type Endpoint, isVersioned } from '@kaohe/contract'
import type { Context } from 'hono'
import { badRequest, changedBetween, changedMeanwhile, Stop } from './problem.ts'

interface Versioned {
  readonly version: number
}

/** Reads what a write was to replace, as whoever asks may see it; undefined where nothing stands (any more). */
export type Standing = () => Promise<object | undefined>

const CONFLICT = 409
const TAG = /^"(\d{1,9})"$/

/**
 * The body with the version that `If-Match: "3"` names, where there is that header; `"0"` where nothing stood.
 * @throws Stop 400 when it names none, or another one than the body, or the endpoint replaces nothing
 */
export function withSeen(c: Context, endpoint: Endpoint, body: unknown): unknown {
  const header = c.req.header('If-Match')
  if (header === undefined || endpoint.method === 'GET') return body
  if (!isVersioned(endpoint)) throw badRequest('这个操作不带版本，不能用 If-Match')
  const [, tag] = TAG.exec(header) ?? []
  if (tag === undefined) throw badRequest('If-Match 要写一个版本，如 "3"；还没有的写 "0"')
  if (typeof body !== 'object' || body === null) return body
  const { version } = body as { readonly version?: unknown }
  if (version !== undefined && version !== Number(tag))
    throw badRequest('If-Match 和内容里的 version 不一样')
  return { ...body, version: Number(tag) }
}

/**
 * What stands, when it is of the version that its writer saw; undefined where nothing stood and nothing was seen.
 * @param yours what was sent, as it is to be shown beside what stands
 * @throws Stop 409 with both versions
 */
export function asSeen<T extends Versioned>(
  standing: T | undefined,
  yours: Versioned & Readonly<Record<string, unknown>>,
): T | undefined {
  if ((standing?.version ?? 0) === yours.version) return standing
  throw changedBetween(yours, standing ?? null)
}

const versionIn = (of: { readonly version?: unknown } | undefined): unknown => of?.version

/**
 * A refusal with both versions, where what was sent was written over another version than stands: also one
 * that says of what became of it meanwhile (handed in, settled) why nothing is written any more.
 * @param yours what was sent
 */
export async function withBoth(
  error: unknown,
  yours: unknown,
  standing: Standing | undefined,
): Promise<unknown> {
  if (!(error instanceof Stop) || standing === undefined) return error
  const { type, status, versions } = error.problem
  if (status !== CONFLICT || versions !== undefined) return error
  if (typeof yours !== 'object' || yours === null) return error
  const there = await standing()
  const isChanged = type === changedMeanwhile().problem.type
  if (!isChanged && (versionIn(there) ?? 0) === versionIn(yours)) return error
  const both = { yours: { ...yours }, standing: there === undefined ? null : { ...there } }
  return new Stop({ ...error.problem, versions: both })
}
