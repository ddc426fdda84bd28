import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { outsideTool } from '../../testing/outside-tool.ts'

/** The last line that recompute.py prints. */
export interface Summary {
  readonly cases: number
  readonly figures: number
  readonly different: number
  /** How often each construct and each turn of its computation occurred. */
  readonly seen: Readonly<Record<string, number>>
}

export interface Recomputed {
  readonly summary: Summary
  readonly differences: readonly string[]
  readonly code: number
}

const SCRIPT = fileURLToPath(new URL('recompute.py', import.meta.url))

/**
 * Feeds lines to recompute.py, as many at a time as it takes.
 * @throws Error when Python is absent, or ends without a summary
 */
export async function recompute(lines: Iterable<string>): Promise<Recomputed> {
  const python = spawn(outsideTool('python3', 'python3'), [SCRIPT], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [printed, ended] = [text(python.stdout), once(python, 'close')]
  // When Python stops early the pipe breaks; what it said is told below.
  python.stdin.on('error', () => undefined)
  for (const line of lines) {
    if (python.exitCode !== null) break
    if (!python.stdin.write(`${line}\n`)) await Promise.race([once(python.stdin, 'drain'), ended])
  }
  python.stdin.end()
  const [code] = (await ended) as [number]
  const said = (await printed).trimEnd().split('\n')
  const last = said.pop() ?? ''
  if (!last.startsWith('{')) throw new Error(`recompute.py ended with ${code} and no summary`)
  return { summary: JSON.parse(last) as Summary, differences: said, code }
}
