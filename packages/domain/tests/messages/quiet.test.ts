import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterQuiet, outAt, type QuietHours, tomorrowAt } from '../../src/messages/index.ts'

const at = (text: string): number => Date.parse(`${text}+08:00`)
const say = (instant: number): string =>
  new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

const NIGHT: QuietHours = { on: true, from: '21:00', to: '08:00', restDays: false }
const NO_HOLIDAYS = { years: [2026], spans: [] }
// A week off, and a Saturday worked for it.
const NATIONAL = {
  years: [2026],
  spans: [
    { from: '2026-10-01', to: '2026-10-07', kind: 'off' as const, name: '国庆节' },
    { from: '2026-10-10', to: '2026-10-10', kind: 'worked' as const, name: '国庆节' },
  ],
}

describe('quiet hours', () => {
  it.each([
    ['2026-03-04T12:00:00', '2026-03-04 12:00', 'by day'],
    ['2026-03-04T20:59:59', '2026-03-04 20:59', 'a moment before'],
    ['2026-03-04T21:00:00', '2026-03-05 08:00', 'when they begin'],
    ['2026-03-04T23:59:00', '2026-03-05 08:00', 'before midnight'],
    ['2026-03-05T00:00:00', '2026-03-05 08:00', 'at midnight'],
    ['2026-03-05T07:59:59', '2026-03-05 08:00', 'a moment before they end'],
    ['2026-03-05T08:00:00', '2026-03-05 08:00', 'when they have ended'],
    ['2026-12-31T22:00:00', '2027-01-01 08:00', 'over the end of the year'],
  ])('%s goes out at %s: %s', (from, to) => {
    expect(say(afterQuiet(at(from), NIGHT, NO_HOLIDAYS))).toBe(to)
  })

  it.each([
    ['2026-03-06T21:30:00', '2026-03-09 08:00', 'from Friday night to Monday morning'],
    ['2026-03-07T12:00:00', '2026-03-09 08:00', 'on a Saturday'],
    ['2026-09-30T22:00:00', '2026-10-08 08:00', 'over the National Day'],
    ['2026-10-10T10:00:00', '2026-10-10 10:00', 'on a Saturday that is worked'],
    ['2028-03-04T12:00:00', '2028-03-06 08:00', 'by the week alone in a year that is not known'],
  ])('with rest days %s goes out at %s: %s', (from, to) => {
    expect(say(afterQuiet(at(from), { ...NIGHT, restDays: true }, NATIONAL))).toBe(to)
  })

  it('within a day, and of no length', () => {
    const noon = { ...NIGHT, from: '12:00', to: '14:00' }
    expect(say(afterQuiet(at('2026-03-04T13:00:00'), noon, NO_HOLIDAYS))).toBe('2026-03-04 14:00')
    expect(say(afterQuiet(at('2026-03-04T23:00:00'), noon, NO_HOLIDAYS))).toBe('2026-03-04 23:00')
    const none = { ...NIGHT, from: '08:00', to: '08:00' }
    expect(say(afterQuiet(at('2026-03-04T23:00:00'), none, NO_HOLIDAYS))).toBe('2026-03-04 23:00')
    const off = { ...NIGHT, on: false }
    expect(say(afterQuiet(at('2026-03-04T23:00:00'), off, NO_HOLIDAYS))).toBe('2026-03-04 23:00')
  })

  const clock = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
  const hours = fc.record({
    on: fc.constant(true),
    from: clock,
    to: clock,
    restDays: fc.boolean(),
  })
  const instants = fc.integer({ min: at('2026-01-01T00:00:00'), max: at('2026-12-31T23:59:59') })

  it('never go back, never keep longer than the longest rest, and once over are over', () => {
    fc.assert(
      fc.property(instants, hours, (instant, quiet) => {
        const out = afterQuiet(instant, quiet, NATIONAL)
        expect(out).toBeGreaterThanOrEqual(instant)
        expect(out - instant).toBeLessThanOrEqual(10 * 86_400_000)
        expect(afterQuiet(out, quiet, NATIONAL)).toBe(out)
      }),
    )
  })

  it('let nothing out between their hours: told by an independent clock', () => {
    fc.assert(
      fc.property(instants, hours, (instant, quiet) => {
        const out = say(afterQuiet(instant, quiet, NATIONAL)).slice(11)
        const { from, to } = quiet
        const inside = from < to ? out >= from && out < to : from > to && (out >= from || out < to)
        expect(inside).toBe(false)
      }),
    )
  })
})

describe('gathering', () => {
  it('waits a while, then for the end of the quiet hours', () => {
    const out = (from: string, gathering: 'soon' | 'hour' | 'day'): string =>
      say(outAt(at(from), { quiet: NIGHT, gathering }, NO_HOLIDAYS))
    expect(out('2026-03-04T12:00:00', 'soon')).toBe('2026-03-04 12:02')
    expect(out('2026-03-04T12:00:00', 'hour')).toBe('2026-03-04 13:00')
    expect(out('2026-03-04T20:30:00', 'hour')).toBe('2026-03-05 08:00')
    expect(out('2026-03-04T12:00:00', 'day')).toBe('2026-03-05 12:00')
  })

  it('tomorrow morning is the one of China', () => {
    expect(say(tomorrowAt(at('2026-03-04T00:10:00'), '08:00'))).toBe('2026-03-05 08:00')
    expect(say(tomorrowAt(at('2026-03-04T23:50:00'), '08:00'))).toBe('2026-03-05 08:00')
  })
})
