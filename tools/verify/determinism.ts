/**
 * The same scheme and facts give the same bytes (scores, proofs, ranks, workbooks) in separate processes with
 * other time zones, languages, working folders and orders of rows: the demonstration years of the five schemes, and
 * 100 random schemes at scale 1.
 */
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { type Made, differences } from './determinism/runs.ts'
import type { VerifyOptions } from '../testing/verify.ts'

const RANDOM = 100
const MAKE = fileURLToPath(new URL('determinism/make.ts', import.meta.url))

/** Far from one another in hours, in the letters of their languages and in how they write a number. */
const PLACES = [
  { TZ: 'UTC', LANG: 'C', cwd: fileURLToPath(new URL('../../', import.meta.url)) },
  { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', cwd: tmpdir() },
  { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', cwd: '/' },
  { TZ: 'Pacific/Apia', LANG: 'de_DE.UTF-8', cwd: fileURLToPath(new URL('../', import.meta.url)) },
] as const

async function run(place: (typeof PLACES)[number], turn: number, random: number): Promise<Made[]> {
  const { TZ, LANG, cwd } = place
  const env = { ...process.env, TZ, LANG, LC_ALL: LANG }
  const child = spawn(process.execPath, [MAKE, String(turn), String(random)], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const lines = (await text(child.stdout)).trimEnd().split('\n')
  const code = await ended
  if (code !== 0) throw new Error(`a run with TZ=${TZ} LANG=${LANG} ended with ${code}`)
  return lines.map((line) => JSON.parse(line) as Made)
}

export default async function determinism({ scale }: VerifyOptions): Promise<void> {
  const random = Math.ceil(RANDOM * scale)
  const [here, ...others] = PLACES
  const first = await run(here, 0, random)
  const found: string[] = []
  for (const [i, place] of others.entries()) {
    const made = await run(place, i + 1, random)
    for (const what of differences(first, made)) found.push(`${place.TZ}, ${place.LANG}: ${what}`)
    console.log(`TZ=${place.TZ} LANG=${place.LANG}, rows in another order: ${made.length} made`)
  }
  for (const line of found) console.log(line)
  if (found.length > 0) throw new Error(`${found.length} came out otherwise`)
  const bytes = first.reduce((sum, made) => sum + made.bytes, 0)
  console.log(`${first.length} things, ${bytes} bytes, the same in ${PLACES.length} processes`)
}
