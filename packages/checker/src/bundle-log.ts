import { bytesOf, hex, unhex } from './bytes.ts'
import { type Fault, text } from './fault.ts'
import { isIncluded, leafOf } from './log.ts'
import { type Change, isOfLeaf } from './log-export.ts'
import { type Checkpoint, readNote } from './note.ts'
import type { Step } from './step.ts'

// One entry: is it in the tree of the checkpoint, does it say what is shown of it, and does it name the bundle?
function faultOf(
  entry: Step,
  checkpoint: Checkpoint,
  bundle: string,
): Omit<Fault, 'at'> | undefined {
  const leaf = bytesOf(text(entry.leaf))
  const proof = (entry.proof as readonly string[]).map(unhex)
  const { size, root } = checkpoint
  const claim = { index: entry.position as number, size, leaf: leafOf(leaf), root, proof }
  if (!isIncluded(claim)) return { found: hex(claim.leaf), expected: 'an entry under the root' }
  const change: Change = entry.change ?? null
  if (change === null || !isOfLeaf(leaf, change))
    return { found: text(change), expected: 'what the entry was written of' }
  const named = (change.after as Step | null | undefined)?.bundle
  return named === bundle ? undefined : { found: text(named), expected: bundle }
}

/**
 * The entries of the log in a bundle: each must be in the tree of the checkpoint, and name the bundle by its
 * digest in what it was written of. Who signed the checkpoint is for those to say who kept one.
 */
export function namedInLog(log: unknown, bundle: string) {
  if (log === null || log === undefined) return { faults: [], entries: 0 }
  const given = log as Step
  const checkpoint = readNote(text(given.checkpoint))
  const entries = Array.isArray(given.entries) ? (given.entries as readonly Step[]) : []
  if (checkpoint === undefined || entries.length === 0) {
    const fault = { at: 'bundle.json log', found: text(given.checkpoint), expected: 'a checkpoint' }
    return { faults: [fault], entries: 0 }
  }
  const faults = entries.flatMap((entry, i): Fault[] => {
    const at = `bundle.json log/entries/${i}`
    try {
      const fault = faultOf(entry, checkpoint, bundle)
      return fault === undefined ? [] : [{ at, ...fault }]
    } catch (error) {
      const found = text(error instanceof Error ? error.message : error)
      return [{ at, found, expected: 'an entry of the log' }]
    }
  })
  return { faults, entries: entries.length - faults.length }
}
