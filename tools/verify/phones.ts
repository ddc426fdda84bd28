/**
 * A live meeting over a network that is cut at random: 200 phones, and at scale 1 sixty speakers, of whom
 * `npm test` has twelve (apps/server/tests/review/meeting/phones.test.ts). No ballot is lost or doubled.
 */
import { spawn } from 'node:child_process'
import type { VerifyOptions } from '../testing/verify.ts'

const SPEAKERS = 60
const TEST = 'apps/server/tests/review/meeting/phones.test.ts'

export default async function phones({ scale }: VerifyOptions): Promise<void> {
  const env = { ...process.env, KAOHE_SPEAKERS: `${Math.ceil(SPEAKERS * scale)}` }
  const child = spawn('vitest', ['run', TEST], { env, stdio: 'inherit' })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', resolve)
  })
  if (code !== 0) throw new Error('ballots were lost or doubled, see above')
}
