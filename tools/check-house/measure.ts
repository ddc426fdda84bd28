import { isPureSource, type Site } from './check.ts'
import { sizes } from './house.ts'

export const linesOf = (source: string): number =>
  source === '' ? 0 : source.replace(/\n$/, '').split('\n').length

/** The value that the given share of the values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}

function describe(name: string, lines: readonly number[], aim: { median: number; p90: number }) {
  const median = `median ${percentile(lines, 0.5)} (aim ${aim.median})`
  const p90 = `90th percentile ${percentile(lines, 0.9)} (aim ${aim.p90})`
  return `${name}: ${lines.length} files, ${median}, ${p90}`
}

/** How large the files are, against what the best keep. Told, not judged: only the hard limit is a finding. */
export function describeSizes(site: Site): string[] {
  const source = site.modules.filter(({ test }) => !test)
  const linesWhere = (pure: boolean) =>
    source
      .filter((module) => isPureSource(site, module) === pure)
      .map((module) => linesOf(module.source))
  return [
    describe('pure floors', linesWhere(true), sizes.pure),
    describe('elsewhere', linesWhere(false), sizes.other),
  ]
}
