import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { signedNote } from '@kaohe/log'
import type { Keeper } from '@kaohe/storage'

const ORIGIN = 'kaohe'
// C2SP signed-note: 0x01 stands for Ed25519.
const ED25519 = 1
const RAW_KEY_BYTES = 32

function keyIn(folder: string): KeyObject {
  const path = join(folder, 'log-ed25519.pem')
  if (existsSync(path)) return createPrivateKey(readFileSync(path))
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  return privateKey
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
  const key = keyIn(join(dataDir, 'keys'))
  const raw = rawPublic(key)
  const id = keyIdOf(raw)
  const encoded = Buffer.concat([Buffer.of(ED25519), raw]).toString('base64')
  return {
    origin: ORIGIN,
    verifierKey: `${ORIGIN}+${id.toString('hex')}+${encoded}`,
    sign: (text) => signedNote(text, ORIGIN, id, sign(null, Buffer.from(text), key)),
  }
}
