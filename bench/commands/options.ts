/** What may be said on the command line after the name. */
import { parseArgs } from 'node:util'

export type Options = { name: string; units: number; rounds: number; only?: string[] }

export function options(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      units: { type: 'string' },
      quick: { type: 'boolean' },
      rounds: { type: 'string' },
      only: { type: 'string' },
    },
  })
  const units = Number(values.units ?? (values.quick ? 20_000 : 1_000_000))
  if (!Number.isSafeInteger(units) || units < 1) throw new Error('--units takes a whole number')
  const rounds = Number(values.rounds ?? (values.quick ? 3 : 7))
  return {
    name: positionals[0] ?? 'scoring',
    units,
    rounds,
    ...(values.only ? { only: values.only.split(',') } : {}),
  }
}
