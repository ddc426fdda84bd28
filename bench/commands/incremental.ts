/** `incremental`: one fact changes at 1,000,000 units; points, total and rank right again. Only ours claims to do it. */
import type { Options } from './options.ts'

export async function incremental(_: Options): Promise<boolean> {
  console.log('ours: not wired in yet (must 2 µs, aim 0.5 µs)')
  return true
}
