import { describe, expect, it } from 'vitest'
import { type CellHistory, faultsOf } from './history.ts'

const write = (key: string, version: number, begun: number, ended: number) => ({
  key,
  base: version - 1,
  version,
  begun,
  ended,
})
const loser = (more: object = {}) => ({
  key: 'x',
  base: 1,
  yours: 1,
  isHis: true,
  standing: 2,
  by: 'a',
  begun: 3,
  ended: 12,
  ...more,
})
const history = (more: Partial<CellHistory> = {}): CellHistory => ({
  name: 'cell',
  first: 1,
  accepted: [write('a', 2, 0, 10), write('b', 3, 5, 15), write('c', 4, 16, 20)],
  refused: [loser()],
  ...more,
})

describe('the history of a cell', () => {
  it('fits where each write has a moment of its own, in whatever order the answers came', () => {
    expect(faultsOf(history())).toEqual([])
    const crossed = [write('b', 3, 1, 9), write('a', 2, 0, 10)]
    expect(faultsOf(history({ accepted: crossed }))).toEqual([])
  })

  it.each([
    ['is version 3, not 4', [write('a', 2, 0, 1), write('b', 3, 2, 3), write('c', 3, 2, 3)]],
    ['is version 4, not 3', [write('a', 2, 0, 1), write('b', 4, 2, 3)]],
    ['another version than it had seen', [{ ...write('a', 2, 0, 1), base: 0 }]],
    ['came before one that had ended', [write('a', 2, 8, 9), write('b', 3, 1, 7)]],
  ])('does not fit: %s', (fault, accepted) => {
    const faults = faultsOf(history({ accepted, refused: [] }))
    expect(faults).toEqual([expect.stringContaining(fault)])
  })

  it.each([
    ['what he had sent', { yours: 0 }],
    ['what he had sent', { isHis: false }],
    ['though he had seen what stands', { standing: 1 }],
    ['what nobody wrote', { standing: 9 }],
    ['in the words of another', { by: 'b' }],
    ['not written yet', { standing: 4, by: 'c', base: 1 }],
    ['stood no longer', { begun: 16, ended: 17 }],
  ])('has a loser who was told wrong: %s', (fault, more) => {
    const faults = faultsOf(history({ refused: [loser(more)] }))
    expect(faults).toEqual([expect.stringContaining(fault)])
  })

  it('may show a loser what stood at the beginning', () => {
    const shown = loser({ base: 0, yours: 0, standing: 1, by: '', begun: 0, ended: 2 })
    expect(faultsOf(history({ refused: [shown] }))).toEqual([])
  })
})
