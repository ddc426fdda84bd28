import { describe, expect, it } from 'vitest'
import type { Grading, Met, Override } from '../../src/model/index.ts'
import { applyOverrides } from '../../src/order/override.ts'

const ids = ['a', 'b', 'c', 'd']
const grading = {
  by: 'line',
  grades: ids.map((id) => ({ id, name: id.toUpperCase() })),
} as unknown as Grading

const override = (more: Partial<Override>): Override =>
  ({ id: 'v', name: '一票否决', when: { expr: 'fact', fact: 'x' }, ...more }) as Override

function grades(
  start: readonly number[],
  ...held: readonly (readonly [Partial<Override>, Met])[]
): string {
  const found = held.map(([more, met]) => ({ override: override(more), met }))
  const { grades: after } = applyOverrides(new Set(start), found, grading)
  return [...after]
    .toSorted((a, b) => a - b)
    .map((g) => ids[g] ?? '-')
    .join('')
}

describe('overrides on grades', () => {
  it.each([
    ['nothing', [1], [], 'b'],
    ['降1级', [1], [[{ down: 1 }, 'yes']], 'c'],
    ['降2级，不低于最末等次', [2], [[{ down: 2 }, 'yes']], 'd'],
    [
      '两个降级相加',
      [0],
      [
        [{ down: 1 }, 'yes'],
        [{ down: 1 }, 'yes'],
      ],
      'c',
    ],
    ['不高于c', [0], [[{ atMost: 'c' }, 'yes']], 'c'],
    ['不高于b而得分更低', [3], [[{ atMost: 'b' }, 'yes']], 'd'],
    [
      '两个不高于取严',
      [0],
      [
        [{ atMost: 'b' }, 'yes'],
        [{ atMost: 'c' }, 'yes'],
      ],
      'c',
    ],
    [
      '降级从得分的等次算起',
      [0],
      [
        [{ atMost: 'c' }, 'yes'],
        [{ down: 1 }, 'yes'],
      ],
      'c',
    ],
    ['定为d', [0], [[{ grade: 'd' }, 'yes']], 'd'],
    [
      '定为不再降',
      [0],
      [
        [{ grade: 'c' }, 'yes'],
        [{ down: 1 }, 'yes'],
      ],
      'c',
    ],
    [
      '两个定为取低',
      [0],
      [
        [{ grade: 'd' }, 'yes'],
        [{ grade: 'b' }, 'yes'],
      ],
      'd',
    ],
    ['不成立的不算', [0], [[{ grade: 'd' }, 'no']], 'a'],
    ['待定的两样都可能', [0], [[{ grade: 'd' }, 'undecided']], 'ad'],
    [
      '待定的组合',
      [0],
      [
        [{ down: 1 }, 'undecided'],
        [{ down: 2 }, 'undecided'],
      ],
      'abcd',
    ],
    ['没有等次的不降', [4], [[{ down: 1 }, 'yes']], '-'],
    ['几个可能的等次', [0, 1], [[{ down: 1 }, 'yes']], 'bc'],
  ] as const)('%s', (_, start, held, expected) => {
    expect(grades(start, ...held)).toBe(expected)
  })

  it('are settled by 定为 or 不高于 the last, also where a meeting decides', () => {
    const settled = (more: Partial<Override>, met: Met) =>
      applyOverrides(new Set([0, 1, 2, 3]), [{ override: override(more), met }], grading).settled
    expect(settled({ grade: 'd' }, 'yes')).toBe(true)
    expect(settled({ atMost: 'd' }, 'yes')).toBe(true)
    expect(settled({ atMost: 'c' }, 'yes')).toBe(false)
    expect(settled({ grade: 'd' }, 'undecided')).toBe(false)
  })
})

describe('取消评优', () => {
  it.each(['yes', 'no', 'undecided'] as const)('%s', (met) => {
    const found = applyOverrides(
      new Set(),
      [{ override: override({ ineligible: true }), met }],
      undefined,
    )
    expect(found.cancelled).toBe(met)
    expect(found.vetoes).toEqual(met === 'yes' ? ['v'] : [])
  })

  it('says what it does and whether it is sure', () => {
    const found = (met: Met) =>
      applyOverrides(
        new Set([0]),
        [{ override: override({ ineligible: true, atMost: 'c' }), met }],
        grading,
      ).reasons
    expect(found('yes')).toEqual(['一票否决：取消评优，等次不高于C'])
    expect(found('undecided')).toEqual(['一票否决：取消评优，等次不高于C（是否属于这种情形待定）'])
    expect(found('no')).toEqual([])
  })
})
