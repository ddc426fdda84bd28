import type { Problem } from '../diagnostic/diagnostic.ts'
import { nearestWord } from '../diagnostic/nearest.ts'
import type { Span } from '../source/tree.ts'
import type { Placed } from './edit.ts'
import type { Reading, ReadingOption } from './shapes.ts'

/** Leaves a reading unsettled: `choose: { 'study-120': UNSETTLED }`. */
export const UNSETTLED = '不定'

/** Stands for every reading not named: `choose: { 默认: UNSETTLED, 'study-120': 'lower' }` applies only one. */
export const REST = '默认'

export interface Choices {
  /** An option for a reading in the place of the adopted one, or UNSETTLED. */
  readonly choose?: Readonly<Record<string, string>>
  /** The notice as it is written, without any reading. */
  readonly asWritten?: boolean
}

export interface Chosen {
  readonly options: ReadonlyMap<string, ReadingOption>
  readonly problems: readonly Problem[]
}

function strangeReadings(
  readings: readonly Reading[],
  choose: Readonly<Record<string, string>>,
  at: Span,
): Problem[] {
  const known = readings.map((reading) => reading.id)
  return Object.keys(choose)
    .filter((id) => id !== REST && !known.includes(id))
    .map((id) => ({
      code: 'no-such-reading',
      at,
      found: id,
      expected: known.join('、'),
      nearest: nearestWord(id, known),
    }))
}

/** Which option of each reading counts. */
export function chooseOptions(
  readings: readonly Reading[],
  { choose = {}, asWritten = false }: Choices,
  placeOf: (path: string) => Span,
): Chosen {
  const problems = strangeReadings(readings, choose, placeOf('口径'))
  const options = new Map<string, ReadingOption>()
  for (const reading of asWritten ? [] : readings) {
    const wanted = choose[reading.id] ?? (choose[REST] === UNSETTLED ? undefined : reading.adopted)
    if (wanted === undefined || wanted === UNSETTLED) continue
    const option = reading.options.find((one) => one.id === wanted)
    if (option) options.set(reading.id, option)
    else problems.push(noOption(reading, wanted, placeOf(`口径/${reading.id}/采用`)))
  }
  return { options, problems }
}

function noOption(reading: Reading, wanted: string, at: Span): Problem {
  const known = reading.options.map((one) => one.id)
  return {
    code: 'no-such-option',
    at,
    found: wanted,
    detail: reading.id,
    expected: known.join('、'),
    nearest: nearestWord(wanted, known),
    path: `口径/${reading.id}/采用`,
  }
}

/** The edits of an option, each with where it is written. */
export function editsOf(
  reading: Reading,
  option: ReadingOption,
  placeOf: (path: string) => Span,
): Placed[] {
  return option.edits.map((edit, i) => ({
    edit,
    by: `口径 ${reading.id}/${option.id}`,
    at: placeOf(`口径/${reading.id}/选项/${option.id}/修改/${i + 1}/位置`),
  }))
}
