import type { SheetKind } from '@kaohe/documents'
import { readDecisions } from './decisions.ts'
import { readEvents } from './events.ts'
import { readLong, readWide } from './facts.ts'
import { readHistory } from './history.ts'
import { readReported } from './reported.ts'
import type { SheetReader } from './sheet-reader.ts'

/** How the sheets that speak of known units are read, by kind. */
export const READERS: Readonly<Partial<Record<SheetKind, (reader: SheetReader) => void>>> = {
  long: readLong,
  facts: readWide,
  previous: (reader) =>
    reader.column('value') === undefined ? readWide(reader) : readLong(reader),
  marks: (reader) => (reader.column('value') === undefined ? readWide(reader) : readLong(reader)),
  event: readEvents,
  reported: readReported,
  history: readHistory,
  decisions: readDecisions,
}

export { decide } from './decide.ts'
export { readLineage } from './history.ts'
export { SheetReader } from './sheet-reader.ts'
export { levelFault } from './level.ts'
export { checkStep, evaluatorFault } from './mark.ts'
export { reasonAlone, reasonFault, reasonOf, reasonUnread } from './reason.ts'
export { windowFault } from './window.ts'
export { readUnits, settleParents } from './units.ts'
