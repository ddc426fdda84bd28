import { describe, expect, it } from 'vitest'
import { UNSETTLED } from '../../src/index.ts'
import { SETTLES } from './settles.ts'
import { NOTICES, type Notice, findingsIn, keysIn, readNotice } from './support.ts'

const readings = NOTICES.flatMap((notice) =>
  Object.entries(SETTLES[notice]).map(([reading, settled]) => ({ notice, reading, settled })),
)

const ADOPTED = new Map(NOTICES.map((notice) => [notice, readNotice(notice).readings]))

const others = NOTICES.flatMap((notice) =>
  (ADOPTED.get(notice) ?? []).flatMap(({ id, adopted, options }) =>
    options
      .filter((option) => option.id !== adopted)
      .map((option) => ({ notice, reading: id, option: option.id })),
  ),
)

const written = new Map(
  NOTICES.map((notice) => [notice, keysIn(readNotice(notice, { asWritten: true }))]),
)

/** The scheme with one reading adopted and every other clause left open. */
function withOnly(notice: Notice, reading: string) {
  const all = ADOPTED.get(notice) ?? []
  const choose = all.map(({ id, adopted }) => [
    id,
    id === reading ? (adopted ?? UNSETTLED) : UNSETTLED,
  ])
  return readNotice(notice, { choose: Object.fromEntries(choose) })
}

describe('each finding goes by the reading that settles it, and by no other', () => {
  it.each(NOTICES)('%s: the table has every reading', (notice) => {
    expect(Object.keys(SETTLES[notice]).toSorted()).toEqual(
      readNotice(notice)
        .readings.map(({ id }) => id)
        .toSorted(),
    )
  })

  it.each(NOTICES)('%s: every finding is settled by exactly one reading', (notice) => {
    const settled = Object.values(SETTLES[notice]).flat()
    expect(settled.toSorted()).toEqual(written.get(notice))
  })

  it.each(readings)('$notice: $reading', ({ notice, reading, settled }) => {
    const before = written.get(notice) ?? []
    const after = keysIn(withOnly(notice, reading))
    expect(after).toEqual(before.filter((key) => !settled.includes(key)))
  })

  it.each(NOTICES)('%s: with all readings nothing is left', (notice) => {
    expect(findingsIn(readNotice(notice))).toEqual([])
  })

  it.each(others)('$notice: of $reading the option $option can be chosen', (one) => {
    const { diagnostics } = readNotice(one.notice, { choose: { [one.reading]: one.option } })
    expect(diagnostics).toEqual([])
  })
})
