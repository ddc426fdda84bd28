/** What a checkpoint says: the log's name, how many entries it has, and the root over them. */
export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
}

/**
 * Reads a checkpoint as it was printed or kept (C2SP tlog-checkpoint); undefined when it is none. The
 * signature is not looked at: who kept it knows that he did.
 */
export function readNote(text: string): Checkpoint | undefined {
  const [origin = '', size = '', root = ''] = text.split(/\r?\n/)
  if (origin === '' || !/^\d{1,15}$/.test(size) || !/^[A-Za-z0-9+/]{43}=$/.test(root))
    return undefined
  const bytes = Uint8Array.from(atob(root), (letter) => letter.charCodeAt(0))
  return { origin, size: Number(size), root: bytes }
}
