import { type Answer, log } from '@kaohe/contract'
import { call } from '../../api/client.ts'

type Line = Answer<typeof log.exportLog>['lines'][number]

/** All lines of the log, page by page. */
export async function allLines(onProgress: (count: number) => void): Promise<Line[]> {
  const lines: Line[] = []
  for (let from: number | null = 0; from !== null; ) {
    const page: Answer<typeof log.exportLog> = await call(log.exportLog, { query: { from } })
    lines.push(...page.lines)
    onProgress(lines.length)
    from = page.next
  }
  return lines
}

/** Gives a text to the browser as a file. */
export function download(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text]))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
