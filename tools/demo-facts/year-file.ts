import { writeFileSync } from 'node:fs'

export interface DemoYear {
  readonly units: readonly object[]
  readonly facts: readonly object[]
  readonly events: readonly object[]
  readonly reported: readonly string[]
}

/** One record a line, so that a change of one fact is a change of one line. */
export function yearText(year: DemoYear): string {
  const list = (records: readonly unknown[]) =>
    records.length === 0
      ? '[]'
      : `[\n${records.map((r) => `  ${JSON.stringify(r)}`).join(',\n')}\n]`
  const entries = Object.entries(year).map(
    ([key, records]) => `${JSON.stringify(key)}: ${list(records as readonly unknown[])}`,
  )
  return `{\n${entries.join(',\n')}\n}\n`
}

/** Writes the year beside its scheme, from wherever the generator is started. */
export function writeYear(scheme: string, year: DemoYear): void {
  const file = new URL(`../../schemes/${scheme}/facts/year.json`, import.meta.url)
  writeFileSync(file, yearText(year))
}
