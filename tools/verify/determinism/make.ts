/**
 * Makes everything that must not depend on where and when it is made: from the demonstration years by the
 * command line, and from random schemes. One line of JSON for each; run in a process of its own.
 *
 *     node make.ts TURN RANDOM
 *
 * TURN 0 leaves the rows of facts and events as they are, any other puts them in an order of its own;
 * RANDOM is how many random schemes.
 */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { main } from '@kaohe/cli'
import { resultWorkbook, scoreJson } from '@kaohe/documents'
import { canonicalJson, compile, evaluate, prove, ranksOf } from '@kaohe/engine'
import { chanceFrom, randomDataset, randomScheme } from '@kaohe/scheme'
import type { Made } from './runs.ts'

const SCHEMES = fileURLToPath(new URL('../../../schemes/', import.meta.url))
const YEARS = ['ganzhou-2023', 'guiyang-2021', 'neimenggu-2020', 'dongguan-2017'] as const
const SHUFFLED = ['facts', 'events', 'reported', 'previous', 'pending'] as const

function shuffled<T>(of: readonly T[], turn: number): T[] {
  const all = [...of]
  if (turn === 0) return all
  const chance = chanceFrom(turn)
  for (let i = all.length - 1; i > 0; i -= 1) {
    const j = chance.below(i + 1)
    ;[all[i], all[j]] = [all[j] as T, all[i] as T]
  }
  return all
}

function tell(what: string, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const digest = createHash('sha256').update(bytes).digest('hex')
  const made: Made = { what, bytes: bytes.length, digest }
  process.stdout.write(`${JSON.stringify(made)}\n`)
}

/** A command of the tool. @throws Error when it does not end well */
async function command(what: string, args: readonly string[]): Promise<void> {
  const chunks: Buffer[] = []
  const notes: string[] = []
  const streams = {
    out: { write: (chunk: string | Uint8Array) => chunks.push(Buffer.from(chunk as string)) },
    err: { write: (note: string) => notes.push(note) },
  }
  const code = await main(args, streams)
  if (code !== 0) throw new Error(`kaohe ${args.join(' ')} ended with ${code}: ${notes.join('')}`)
  tell(what, Buffer.concat(chunks))
}

/** The facts of a year in another order; where each row stood is a fact about it, and stays with it. */
function turned(path: string, turn: number, folder: string): string {
  const year = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
  for (const list of SHUFFLED) {
    const rows = year[list]
    if (!Array.isArray(rows)) continue
    const stamped = (rows as unknown[]).map((row, i) =>
      typeof row === 'object' ? { origin: `${list}/${i}`, ...row } : row,
    )
    year[list] = shuffled(stamped, turn)
  }
  const file = join(folder, 'year.json')
  writeFileSync(file, JSON.stringify(year))
  return file
}

async function demonstrations(turn: number, folder: string): Promise<void> {
  for (const id of YEARS) {
    const scheme = join(SCHEMES, id)
    const facts = turned(join(scheme, 'facts', 'year.json'), turn, folder)
    const forms = [
      ['score', 'json'],
      ['score', 'xlsx'],
      ['score', 'csv'],
      ['explain', 'json'],
      ['explain', 'markdown'],
      ['rank', 'json'],
      ['rank', 'xlsx'],
    ] as const
    for (const [name, format] of forms)
      await command(`${id}: ${name}, ${format}`, [name, scheme, facts, '--format', format])
  }
  const priorities = join(SCHEMES, 'neimenggu-2020-priorities')
  const facts = turned(join(priorities, 'facts', 'year.json'), turn, folder)
  const plan = [priorities, join(SCHEMES, 'neimenggu-2020'), '--facts', facts]
  for (const format of ['json', 'xlsx'])
    await command(`priorities: coverage, ${format}`, ['coverage', ...plan, '--format', format])
}

async function random(seed: number, turn: number): Promise<void> {
  const chance = chanceFrom(seed)
  const scheme = randomScheme(chance, { items: 4 })
  const missing = seed % 3 === 0 ? { missing: 9 } : {}
  const dataset = randomDataset(chance, scheme, { units: 4, ...missing })
  const evaluation = evaluate(compile(scheme), {
    ...dataset,
    facts: shuffled(dataset.facts, turn),
    events: shuffled(dataset.events, turn),
    previous: shuffled(dataset.previous, turn),
    reported: shuffled(dataset.reported, turn),
  })
  const units = evaluation.results()
  const proofs = evaluation.readings.map(({ unit }) => prove(evaluation, unit.id))
  const head = { id: scheme.id, version: scheme.version, digest: '' }
  tell(`random ${seed}: scores`, JSON.stringify(scoreJson(head, units)))
  tell(`random ${seed}: proofs`, proofs.map(canonicalJson).join('\n'))
  tell(`random ${seed}: ranks`, canonicalJson({ ranks: ranksOf(evaluation) ?? null, id: 'ranks' }))
  tell(`random ${seed}: workbook`, await resultWorkbook({ scheme, units, proofs, language: 'zh' }))
}

const [turn, count] = process.argv.slice(2).map(Number) as [number, number]
const folder = mkdtempSync(join(tmpdir(), 'kaohe-same-'))
try {
  await demonstrations(turn, folder)
  for (let seed = 1; seed <= count; seed += 1) await random(seed, turn)
} finally {
  rmSync(folder, { recursive: true })
}
