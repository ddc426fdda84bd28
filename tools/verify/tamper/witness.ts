import { checkLog, type Checkpoint, isConsistent, readNote } from '@kaohe/checker'
import { type Acting, consistencyProof, findCheckpoint, logLines } from '@kaohe/storage'

const hex = (bytes: Buffer): string => bytes.toString('hex')

async function exported(db: Acting): Promise<string[]> {
  const lines: string[] = []
  for (let from = 0; ; ) {
    const page = await logLines(db, from)
    for (const { position, hash, leaf, change } of page) {
      const shown = leaf === null ? null : leaf.toString('base64')
      lines.push(JSON.stringify({ position, hash: hex(hash), leaf: shown, change }))
    }
    const last = page.at(-1)
    if (last === undefined) return lines
    from = last.position + 1
  }
}

/** Does the log's own proof show that it only grew since the witness's checkpoint? */
async function growthFault(db: Acting, held: Checkpoint): Promise<string | undefined> {
  const stored = await findCheckpoint(db)
  const now = stored && readNote(stored.note)
  if (now === undefined) return 'no checkpoint any more'
  if (now.size < held.size) return 'smaller than it was'
  const proof = await consistencyProof(db, held.size, now.size).catch(() => undefined)
  if (proof === undefined) return 'no proof of growth'
  const claim = { old: held.size, size: now.size, oldRoot: held.root, root: now.root, proof }
  return isConsistent(claim) ? undefined : 'did not grow from what it was'
}

/**
 * What a witness finds who holds one earlier checkpoint and trusts nothing of the server but what can be hashed:
 * with the code of the checker, which shares none with the log's own.
 * @param held undefined for the planted fault: a witness who forgot his checkpoint and believes the newest signature
 */
export async function findings(db: Acting, held: Checkpoint | undefined): Promise<string[]> {
  const stored = await findCheckpoint(db)
  const newest = stored && readNote(stored.note)
  const known = [held, newest].filter((one) => one !== undefined)
  const { faults } = checkLog(await exported(db), known)
  const growth = held === undefined ? undefined : await growthFault(db, held)
  return [
    ...faults.map(({ position, kind }) => `${kind} at ${position}`),
    ...(growth === undefined ? [] : [growth]),
  ]
}
