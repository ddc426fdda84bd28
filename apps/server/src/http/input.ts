import type { Endpoint, Received } from '@kaohe/contract'
import type { Context } from 'hono'
import { z } from 'zod'
import { badRequest, invalid } from './problem.ts'
import { unkeptIn } from './unkept.ts'
import { withSeen } from './versions.ts'

z.config(z.locales.zhCN())

const MOST_BYTES = 1_000_000

async function bodyOf(c: Context): Promise<unknown> {
  const text = await c.req.text()
  if (text.length > MOST_BYTES) throw badRequest('内容太大')
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw badRequest('内容不是完整的 JSON')
  }
}

const UNKEPT = '这里有不能保存的字符（看不见的空字符，或半个字）：请删去后重新输入'

const pointer = (path: readonly PropertyKey[]): string => `/${path.map(String).join('/')}`

/**
 * What was sent, checked against the endpoint's shapes.
 * @throws Stop 422 naming every place that is wrong
 */
export async function received<E extends Endpoint>(c: Context, endpoint: E): Promise<Received<E>> {
  const sent = {
    params: c.req.param(),
    query: c.req.query(),
    body: endpoint.body && withSeen(c, endpoint, await bodyOf(c)),
  }
  const faults: { pointer: string; message: string }[] = []
  for (const path of unkeptIn(sent)) faults.push({ pointer: pointer(path), message: UNKEPT })
  const taken: Record<string, unknown> = {}
  for (const part of ['params', 'query', 'body'] as const) {
    const result = endpoint[part]?.safeParse(sent[part])
    if (result?.success === true) taken[part] = result.data
    for (const issue of result?.error?.issues ?? [])
      faults.push({ pointer: pointer([part, ...issue.path]), message: issue.message })
  }
  if (faults.length > 0) throw invalid(faults)
  return taken as unknown as Received<E>
}
