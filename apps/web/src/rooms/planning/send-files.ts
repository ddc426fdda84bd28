import { Problem } from '@kaohe/contract'
import { ApiProblem, unreachable } from '../../api/client.ts'

async function sendOne(plan: string, task: string, file: File): Promise<string> {
  const name = encodeURIComponent(file.name)
  const address = `/api/plans/${plan}/tasks/${encodeURIComponent(task)}/files?name=${name}`
  const response = await fetch(address, { method: 'POST', body: file }).catch(() => {
    throw new ApiProblem(unreachable)
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok) return (answer as { id: string }).id
  const problem = Problem.safeParse(answer)
  throw new ApiProblem(problem.success ? problem.data : { ...unreachable, status: response.status })
}

/** Sends the files of a report of progress, one after the other. @returns what they are called now */
export async function sendFiles(
  plan: string,
  task: string,
  files: readonly File[],
): Promise<string[]> {
  const ids: string[] = []
  for (const file of files) ids.push(await sendOne(plan, task, file))
  return ids
}
