import { normalPassword } from '@kaohe/domain'
import { hash, verify } from '@node-rs/argon2'

// OWASP's setting for argon2id: 19 MiB, two passes, one lane.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(normalPassword(password), OPTIONS)
}

let nobody: Promise<string> | undefined

/** Takes as long for a login that does not exist, so that time tells nothing. */
export async function isPassword(
  stored: string | null | undefined,
  given: string,
): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password')
  const right = await verify(stored ?? (await nobody), normalPassword(given))
  return right && stored != null
}
