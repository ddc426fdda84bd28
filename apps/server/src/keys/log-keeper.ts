import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto'
import { join } from 'node:path'
import { signedNote } from '@kaohe/log'
import type { Keeper } from '@kaohe/storage'
import { keyFile } from './key-file.ts'

const ORIGIN = 'kaohe'
// C2SP signed-note: 0x01 stands for Ed25519.
const ED25519 = 1
const RAW_KEY_BYTES = 32

function newKey(): Buffer {
  const { privateKey } = generateKeyPairSync('ed25519')
  return Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' }))
}

function rawPublic(key: KeyObject): Buffer {
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-RAW_KEY_BYTES)
}

// The first four bytes of the hash of name and key tell keys of one name apart (C2SP signed-note).
function keyIdOf(key: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(`${ORIGIN}\n`), Buffer.of(ED25519), key])
  return createHash('sha256').update(named).digest().subarray(0, 4)
}

/** A keeper of the log, and its public key as witnesses write it down (C2SP note verifier key). */
export interface SigningKeeper extends Keeper {
  readonly verifierKey: string
}

/**
 * Signs checkpoints with the Ed25519 key below the data folder, which is made when there is none. Servers
 * that share a database must share the key.
 */
export function logKeeper(dataDir: string): SigningKeeper {
  const key = createPrivateKey(keyFile(join(dataDir, 'keys/log-ed25519.pem'), newKey))
  const raw = rawPublic(key)
  const id = keyIdOf(raw)
  const encoded = Buffer.concat([Buffer.of(ED25519), raw]).toString('base64')
  return {
    origin: ORIGIN,
    verifierKey: `${ORIGIN}+${id.toString('hex')}+${encoded}`,
    sign: (text) => signedNote(text, ORIGIN, id, sign(null, Buffer.from(text), key)),
  }
}
