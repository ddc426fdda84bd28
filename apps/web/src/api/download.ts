import type { Endpoint, Sent } from '@kaohe/contract'
import { signedInAgain } from './again.ts'
import { ApiProblem, addressOf, problemOf, unreachable } from './client.ts'

const NAME = /filename\*=UTF-8''([^;]+)/

function save(content: Blob, name: string): void {
  const link = document.createElement('a')
  const address = URL.createObjectURL(content)
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** Asks for a file, and saves it under the name that the server gives it. @throws ApiProblem */
export async function download<E extends Endpoint>(
  endpoint: E,
  sent: Sent<E>,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { params = {}, query = {}, body = {} } = sent
  const headers = { 'Content-Type': 'application/json', ...more }
  const { method } = endpoint
  const init = { method, headers, ...(method !== 'GET' && { body: JSON.stringify(body) }) }
  const ask = (): Promise<Response> =>
    fetch(addressOf(endpoint, params as object, query as object), init).catch(() => {
      throw new ApiProblem(unreachable)
    })
  let response = await ask()
  if (!response.ok) {
    const problem = await problemOf(response)
    if (!(await signedInAgain(endpoint, problem))) throw new ApiProblem(problem)
    response = await ask()
    if (!response.ok) throw new ApiProblem(await problemOf(response))
  }
  const name = NAME.exec(response.headers.get('Content-Disposition') ?? '')?.[1]
  save(await response.blob(), name === undefined ? '文书' : decodeURIComponent(name))
}

/** Sends a file as it is. @returns what the server answers @throws ApiProblem */
export async function sendFile<T>(address: string, file: File): Promise<T> {
  const response = await fetch(address, { method: 'POST', body: file }).catch(() => {
    throw new ApiProblem(unreachable)
  })
  if (!response.ok) throw new ApiProblem(await problemOf(response))
  return (await response.json()) as T
}
