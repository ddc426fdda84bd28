/** What a checkpoint says: the log's name, how many entries it has, and the root over them. */
export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

/** The text that is signed (C2SP tlog-checkpoint): origin, size, root in base64, each on a line. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${base64(root)}\n`
}

/**
 * A signed note (C2SP signed-note): the text, an empty line, and a line for the signature.
 * @param keyId four bytes that tell one key of a name from another
 */
export function signedNote(
  text: string,
  name: string,
  keyId: Uint8Array,
  signature: Uint8Array,
): string {
  return `${text}\n— ${name} ${base64(Uint8Array.of(...keyId, ...signature))}\n`
}
