import { type Answer, type Endpoint, Problem, type Sent } from '@kaohe/contract'
import { signedInAgain } from './again.ts'

/** What the server answered instead of what was asked for, in words for people. */
export class ApiProblem extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }

  get status(): number {
    return this.problem.status
  }
}

/** The server did not answer at all: what was typed stays where it is. */
export const unreachable: Problem = {
  type: 'urn:kaohe:problem:unreachable',
  title: '连不上服务器',
  status: 0,
  detail: '请检查网络；填写的内容还在本页，恢复后可以继续',
}

/** Where an endpoint is, with its parameters. */
export function addressOf(endpoint: Endpoint, params: object, query: object): string {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String((params as Record<string, unknown>)[name])),
  )
  const search = new URLSearchParams(
    Object.entries(query)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  ).toString()
  return `/api${path}${search && `?${search}`}`
}

/** What the server says went wrong. */
export async function problemOf(response: Response): Promise<Problem> {
  const parsed = Problem.safeParse(await response.json().catch(() => undefined))
  return parsed.success ? parsed.data : { ...unreachable, status: response.status }
}

async function ask(address: string, init: RequestInit): Promise<Response> {
  return fetch(address, init).catch(() => {
    throw new ApiProblem(unreachable)
  })
}

/** Asks the server what would happen, without it happening. @throws ApiProblem */
export async function rehearse<E extends Endpoint>(endpoint: E, sent: Sent<E>): Promise<Answer<E>> {
  return call(endpoint, sent, { 'Dry-Run': '1' })
}

/** Asks the server; when the session has ended, once more after signing in again. @throws ApiProblem with the server's own words */
export async function call<E extends Endpoint>(
  endpoint: E,
  sent: Sent<E> = {},
  more: Readonly<Record<string, string>> = {},
): Promise<Answer<E>> {
  const { params = {}, query = {}, body } = sent
  const init: RequestInit = { method: endpoint.method, headers: more }
  if (body !== undefined) {
    init.body = JSON.stringify(body)
    const again = { 'Idempotency-Key': crypto.randomUUID() }
    init.headers = { 'Content-Type': 'application/json', ...again, ...more }
  }
  const address = addressOf(endpoint, params as object, query as object)
  let response = await ask(address, init)
  let problem = response.ok ? undefined : await problemOf(response)
  if (problem !== undefined && (await signedInAgain(endpoint, problem))) {
    response = await ask(address, init)
    problem = response.ok ? undefined : await problemOf(response)
  }
  if (problem !== undefined) throw new ApiProblem(problem)
  return (await response.json()) as Answer<E>
}

/** Asks the server as the holder of a private link, whose token stood in the fragment of the address. @throws ApiProblem */
export async function callHeld<E extends Endpoint>(
  endpoint: E,
  token: string,
  sent: Sent<E> = {},
): Promise<Answer<E>> {
  return call(endpoint, sent, { 'Kaohe-Link': token })
}
