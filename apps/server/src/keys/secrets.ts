import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { keyFile } from './key-file.ts'

/** Keeps secrets unreadable for who has the database alone. */
export interface Secrets {
  /** @param purpose what it is for; it opens for nothing else */
  seal(plain: Uint8Array, purpose: string): Buffer
  /** @returns undefined when it was not sealed by this key for this purpose, or was altered */
  open(sealed: Uint8Array, purpose: string): Buffer | undefined
}

// What is sealed begins with the number of the suite, so that another (国密 SM4) can stand beside it.
const AES_256_GCM = 1
const NONCE = 12
const TAG = 16
const KEY = 32

/** AES-256-GCM with a key of 32 bytes. */
export function secretsWith(key: Uint8Array): Secrets {
  return {
    seal: (plain, purpose) => {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose))
      const hidden = Buffer.concat([cipher.update(plain), cipher.final()])
      return Buffer.concat([Buffer.of(AES_256_GCM), nonce, cipher.getAuthTag(), hidden])
    },
    open: (sealed, purpose) => {
      if (sealed.length < 1 + NONCE + TAG || sealed[0] !== AES_256_GCM) return undefined
      const nonce = sealed.subarray(1, 1 + NONCE)
      const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose))
      decipher.setAuthTag(sealed.subarray(1 + NONCE, 1 + NONCE + TAG))
      try {
        return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE + TAG)), decipher.final()])
      } catch {
        return undefined
      }
    },
  }
}

/** With the key below the data folder, made when there is none. Servers that share a database share it. */
export function secretsIn(dataDir: string): Secrets {
  const path = join(dataDir, 'keys/secrets.key')
  const key = keyFile(path, () => randomBytes(KEY))
  if (key.length !== KEY)
    throw new Error(`密钥文件 ${path} 应有 ${KEY} 个字节，实有 ${key.length} 个`)
  return secretsWith(key)
}
