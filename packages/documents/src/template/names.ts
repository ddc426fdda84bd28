import { PERIODICITY } from '@kaohe/engine'

/** English identifiers of periodicities back to the words of the scheme language. */
export const PERIODICITY_NAMES = Object.fromEntries(
  Object.entries(PERIODICITY).map(([word, id]) => [id, word]),
) as Readonly<Record<(typeof PERIODICITY)[keyof typeof PERIODICITY], string>>
