import { isDeepStrictEqual } from 'node:util'
import type { Dataset } from '@kaohe/engine'
import { template } from '@kaohe/documents'
import { factsOf, type Notice } from './notices.ts'
import type { Office } from './office.ts'

const LISTS = ['units', 'facts', 'events', 'pending', 'history', 'lineage', 'previous'] as const
// A row of a sheet has one reporter, day and evidence; and every entry says where it stands.
const OF_ROWS = new Set(['origin', 'by', 'at', 'evidence'])

const told = (entry: object): string =>
  JSON.stringify(
    Object.entries(entry)
      .filter(([key]) => !OF_ROWS.has(key))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value),
  )

function essence(dataset: Dataset): string[][] {
  return [...LISTS.map((list) => dataset[list].map(told).toSorted()), dataset.reported.toSorted()]
}

/** Lets the office open and save a filled-in template. @returns How many entries were read again, all the same. */
export async function checkTemplate(
  { name, scheme, year }: Notice,
  office: Office,
): Promise<number> {
  const saved = office.resave(await template(scheme, { filled: year }))
  const [before, after] = [essence(year), essence(factsOf(scheme, '填报.xlsx', saved))]
  if (isDeepStrictEqual(before, after)) return before.flat().length
  const lost = before.flat().find((entry) => !after.flat().includes(entry))
  const come = after.flat().find((entry) => !before.flat().includes(entry))
  throw new Error(`${name}: saved by the office, ${lost ?? 'nothing'} became ${come ?? 'nothing'}`)
}
