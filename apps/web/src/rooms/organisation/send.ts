import { type Answer, type organisation, Problem } from '@kaohe/contract'
import { ApiProblem, unreachable } from '../../api/client.ts'

async function send(path: string, query: Record<string, string>, file: Blob): Promise<unknown> {
  const address = `/api${path}?${new URLSearchParams(query).toString()}`
  const response = await fetch(address, { method: 'POST', body: file }).catch(() => {
    throw new ApiProblem(unreachable)
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok) return answer
  const problem = Problem.safeParse(answer)
  throw new ApiProblem(problem.success ? problem.data : { ...unreachable, status: response.status })
}

/** What importing a file below a unit would do. @throws ApiProblem with the server's own words */
export async function preview(
  under: string,
  file: File,
): Promise<Answer<typeof organisation.previewImport>> {
  const answer = await send('/units-import/preview', { under, file: file.name }, file)
  return answer as Answer<typeof organisation.previewImport>
}

/** Imports what was looked at. @throws ApiProblem when the tree changed meanwhile */
export async function carryOut(
  under: string,
  file: File,
  basis: string,
): Promise<Answer<typeof organisation.importUnits>> {
  const answer = await send('/units-import', { under, file: file.name, basis }, file)
  return answer as Answer<typeof organisation.importUnits>
}
