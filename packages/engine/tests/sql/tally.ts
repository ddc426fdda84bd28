import { type Database, openDuckdb, openPostgres } from './databases.ts'
import { CONSTRUCTS, SCORING, type Sample, constructsIn, sampleOf } from './sample.ts'
import { type Answered, byDatabase, byKernel, compared } from './ways.ts'

export const WAYS = ['plain', 'webassembly', 'duckdb', 'postgres'] as const
export type Way = (typeof WAYS)[number]

/** What one reading of the core did over all samples. */
export interface Total {
  /** Schemes, and the values in them that were the same as the exact evaluator's. */
  schemes: number
  values: number
  /** Figures that it says it does not compute, of all figures. */
  figures: number
  declined: number
  /** Schemes that DuckDB refused because a number grew beyond its integers. */
  overflowed: number
  /** Units that the kernel leaves to the exact evaluator, of all units. */
  units: number
  apart: number
  /** Values left open though the exact evaluator knows them, because facts are missing. */
  open: number
  /** The same where no fact is missing: something was divided by nothing, and does not matter. */
  undivided: number
}

/** Not asked of the kernel, which takes units one by one: what compares a unit with its peers. */
const NOT_ASKED: Readonly<Record<Way, readonly string[]>> = {
  plain: ['rank-points', 'relative'],
  webassembly: ['rank-points', 'relative'],
  duckdb: [],
  postgres: [],
}

/** The part of figures, units, schemes and values that a reading may leave to the exact evaluator. */
const AT_MOST = {
  kernel: { declined: 0.5, apart: 0.55 },
  database: { declined: 0.2, apart: 0 },
  overflowed: 0.02,
  open: 0.2,
  undivided: 0.01,
} as const

interface Databases {
  readonly duckdb: Database
  readonly postgres: Database
}

const NOTHING: Total = {
  schemes: 0,
  values: 0,
  figures: 0,
  declined: 0,
  overflowed: 0,
  units: 0,
  apart: 0,
  open: 0,
  undivided: 0,
}

/** Runs samples by every reading of the core and counts what was compared, by construct of the language. */
export class Tally {
  readonly totals: Readonly<Record<Way, Total>>
  /** By construct, by reading: values of items with the construct that were the same. */
  readonly constructs = new Map(CONSTRUCTS.map((name) => [name, counts()]))
  /** One line each, with the seed. */
  readonly faults: string[] = []
  readonly #databases: Databases

  constructor(databases: Databases) {
    this.#databases = databases
    this.totals = {
      plain: { ...NOTHING },
      webassembly: { ...NOTHING },
      duckdb: { ...NOTHING },
      postgres: { ...NOTHING },
    }
  }

  static async open(): Promise<Tally> {
    const [duckdb, postgres] = await Promise.all([openDuckdb(), openPostgres()])
    return new Tally({ duckdb, postgres })
  }

  async close(): Promise<void> {
    const { duckdb, postgres } = this.#databases
    await Promise.all([duckdb.close(), postgres.close()])
  }

  async add(sample: Sample): Promise<void> {
    for (const way of WAYS) {
      const answered = await this.#answered(sample, way)
      if (answered !== undefined) this.#count(sample, way, answered)
    }
  }

  async #answered({ evaluation, seed }: Sample, way: Way): Promise<Answered | undefined> {
    try {
      return way === 'plain' || way === 'webassembly'
        ? byKernel(evaluation, way)
        : await byDatabase(evaluation, this.#databases[way])
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      if (way === 'duckdb' && /overflow|out of range/i.test(message)) {
        this.totals.duckdb.overflowed += 1
        return undefined
      }
      this.faults.push(`seed ${seed}, ${way}: ${message.slice(0, 300)}`)
      return undefined
    }
  }

  #count({ evaluation, seed, full }: Sample, way: Way, answered: Answered): void {
    const { found, same, declined, open, apart } = compared(evaluation, answered)
    const total = this.totals[way]
    for (const { unit, what, exact, other } of found)
      this.faults.push(`seed ${seed}, ${way}, ${unit}, ${what}: ${other}, exactly ${exact}`)
    total.schemes += 1
    total.figures += same.size + declined.length
    total.declined += declined.length
    total.units += answered.units.length + apart
    total.apart += apart
    if (full) total.undivided += open
    else total.open += open
    for (const [figure, count] of same) {
      total.values += count
      if (figure.of === 'item') this.#countItem(evaluation, figure.id, way, count)
    }
  }

  #countItem({ program }: Sample['evaluation'], id: string, way: Way, count: number): void {
    const item = program.items.find((i) => i.item.id === id)?.item
    for (const name of constructsIn(item?.rule)) {
      const counted = this.constructs.get(name)
      if (counted !== undefined) counted[way] += count
    }
  }

  /** Looks for what a reading has not computed yet in samples of that kind alone, so many of each at most. */
  async complete(most: number): Promise<void> {
    for (const kind of SCORING)
      for (let seed = 0; seed < most && this.#lacks(kind).length > 0; seed += 1)
        await this.add(sampleOf(seed, kind))
  }

  #lacks(name: string): Way[] {
    const by = this.constructs.get(name) ?? counts()
    return WAYS.filter((way) => by[way] === 0 && !NOT_ASKED[way].includes(name))
  }

  /** Constructs that a reading should compute and has not yet computed once. */
  lacking(): string[] {
    return CONSTRUCTS.flatMap((name) => this.#lacks(name).map((way) => `${name} by ${way}`))
  }

  /** Where a reading leaves more to the exact evaluator than it should; it says which by name. */
  excesses(): string[] {
    return WAYS.flatMap((way) => {
      const t = this.totals[way]
      const most = way === 'plain' || way === 'webassembly' ? AT_MOST.kernel : AT_MOST.database
      const parts = [
        ['figures declined', t.declined, t.figures, most.declined],
        ['units apart', t.apart, t.units, most.apart],
        ['schemes beyond its integers', t.overflowed, t.schemes, AT_MOST.overflowed],
        ['values open for missing facts', t.open, t.values, AT_MOST.open],
        ['values open without need', t.undivided, t.values, AT_MOST.undivided],
      ] as const
      return parts.flatMap(([what, part, all, share]) =>
        part > all * share ? [`${way}: ${part} of ${all} ${what}`] : [],
      )
    })
  }

  /** A table for people: what was compared, by reading and by construct. */
  report(): string {
    const totals = WAYS.map((way) => {
      const t = this.totals[way]
      return `${way}: ${t.schemes} schemes, ${t.values} values the same, ${t.declined} of ${t.figures} figures declined, ${t.apart} of ${t.units} units apart, ${t.open} values open for missing facts and ${t.undivided} for a division by nothing, ${t.overflowed} schemes beyond its integers`
    })
    const lines = [...this.constructs].map(
      ([name, by]) =>
        `  ${name.padEnd(16)}${WAYS.map((way) => String(by[way]).padStart(12)).join('')}`,
    )
    const head = `  ${''.padEnd(16)}${WAYS.map((way) => way.padStart(12)).join('')}`
    return [...totals, head, ...lines].join('\n')
  }
}

function counts(): Record<Way, number> {
  return { plain: 0, webassembly: 0, duckdb: 0, postgres: 0 }
}
