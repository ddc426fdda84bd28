import { type Rational, compile, evaluate } from '@kaohe/engine'
import { readFacts } from '@kaohe/intake'
import { readScheme } from '@kaohe/scheme'
import type { Params } from './params.ts'
import { writeFacts, writeScheme } from './write.ts'

/** What came out for a unit: fractions as texts, null where nothing exact did. */
export interface Ours {
  readonly items: Readonly<Record<string, string | null>>
  readonly parts: Readonly<Record<string, string | null>>
  readonly total: string | null
}

const text = (value: Rational | undefined) => (value ? `${value.num}/${value.den}` : null)

function said(of: readonly { readonly message: string }[]): string {
  return of.map((one) => one.message).join('\n')
}

/**
 * The exact results of the scheme that the parameters describe: written as a file, read, compiled and evaluated.
 * @throws Error when the scheme or the facts do not read
 */
export function oursOf(params: Params): Ours[] {
  const file = writeScheme(params)
  const { scheme, diagnostics } = readScheme(file)
  if (scheme === undefined)
    throw new Error(`scheme ${params.seed} does not read:\n${said(diagnostics)}\n${file}`)
  const bytes = new TextEncoder().encode(writeFacts(params))
  const read = readFacts([{ path: 'facts.json', bytes }], scheme)
  if (read.dataset === undefined)
    throw new Error(`the facts of scheme ${params.seed} do not read:\n${said(read.diagnostics)}`)
  return evaluate(compile(scheme), read.dataset)
    .results()
    .map(({ items, parts, total }) => ({
      items: Object.fromEntries(items.map((item) => [item.id, text(item.points)])),
      parts: Object.fromEntries(parts.map((part) => [part.id, text(part.points)])),
      total: text(total),
    }))
}
