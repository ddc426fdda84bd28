import { bytesOf, hex, unhex } from './bytes.ts'
import { canonical } from './digest.ts'
import type { Checkpoint } from './note.ts'
import { leafOf, RootOf } from './log.ts'
import { sha256 } from './sha256.ts'

/** One line of an exported log; what one may not see of an entry is null. */
export interface ExportedLine {
  readonly position: number
  readonly hash: string
  readonly leaf: string | null
  readonly change: unknown
}

/** What is wrong with an exported log, and at which entry. */
export interface LogFault {
  readonly position: number
  readonly kind: 'form' | 'order' | 'leaf' | 'change' | 'root' | 'short'
}

function lineOf(text: string): ExportedLine | undefined {
  try {
    const line = JSON.parse(text) as Partial<ExportedLine> | null
    const sound =
      typeof line?.position === 'number' &&
      typeof line.hash === 'string' &&
      /^[0-9a-f]{64}$/.test(line.hash)
    return sound ? (line as ExportedLine) : undefined
  } catch {
    return undefined
  }
}

export type Change = { readonly before?: unknown; readonly after?: unknown } | null

function hashOfPart(part: unknown): string | undefined {
  return part == null ? undefined : sha256(new TextEncoder().encode(canonical(part)))
}

/** The entry holds hashes of what stood before and after; what is shown of it must have those. */
export function isOfLeaf(leaf: Uint8Array, change: Change): boolean {
  if (change === null) return true
  try {
    const entry = JSON.parse(new TextDecoder().decode(leaf)) as { before?: string; after?: string }
    return entry.before === hashOfPart(change.before) && entry.after === hashOfPart(change.after)
  } catch {
    return false
  }
}

function faultOf(line: ExportedLine, position: number): LogFault['kind'] | undefined {
  if (line.position !== position) return 'order'
  if (line.leaf === null) return undefined
  const leaf = bytesOf(line.leaf)
  if (hex(leafOf(leaf)) !== line.hash) return 'leaf'
  return isOfLeaf(leaf, line.change as Change) ? undefined : 'change'
}

/** What came of verifying an exported log. */
export interface LogReport {
  readonly entries: number
  /** Entries of which everything could be seen and was hashed again. */
  readonly seen: number
  readonly root: string
  readonly faults: readonly LogFault[]
}

/**
 * Verifies an exported log by itself, and against checkpoints that were kept elsewhere: each must be met
 * exactly when as many entries have gone by as it counts.
 */
export function checkLog(lines: Iterable<string>, checkpoints: readonly Checkpoint[]): LogReport {
  const root = new RootOf()
  const faults: LogFault[] = []
  const waiting = new Map(checkpoints.map((checkpoint) => [checkpoint.size, checkpoint]))
  let seen = 0
  for (const text of lines) {
    const position = root.size
    const line = lineOf(text)
    if (line === undefined) {
      faults.push({ position, kind: 'form' })
      break
    }
    const kind = faultOf(line, position)
    if (kind !== undefined) faults.push({ position, kind })
    if (line.leaf !== null) seen += 1
    root.addHash(unhex(line.hash))
    const checkpoint = waiting.get(root.size)
    if (checkpoint !== undefined && hex(checkpoint.root) !== hex(root.root()))
      faults.push({ position, kind: 'root' })
  }
  for (const { size } of checkpoints)
    if (size > root.size) faults.push({ position: size, kind: 'short' })
  return { entries: root.size, seen, root: hex(root.root()), faults }
}
