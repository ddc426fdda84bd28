import * as fc from 'fast-check'
import type { ItemProgram, Program } from '../../src/compile/index.ts'
import { Builder, type Input, type NodeId, type Piece } from '../../src/core/index.ts'
import type { Lowered, Telling } from '../../src/kinds/kind.ts'
import type { Dataset, Scheme } from '../../src/model/index.ts'
import { type Rational, type RoundingMode, int, ratio } from '../../src/number/index.ts'

export const INPUTS: readonly (readonly [lo: number, hi: number])[] = [
  [0, 1],
  [0, 9],
  [-6, 60],
  [1, 300],
  [0, 2_000],
]

const MODES: readonly RoundingMode[] = ['half-up', 'half-even', 'up', 'down', 'floor', 'ceiling']

function pieces(draw: number, x: NodeId, y: NodeId): Piece[] {
  const at = int((draw % 40) - 5)
  const inclusive = draw % 2 === 0
  const low: Piece = { from: null, fromInclusive: false, to: at, toInclusive: !inclusive, then: x }
  const high: Piece = { from: at, fromInclusive: inclusive, to: null, toInclusive: false, then: y }
  // Once in a while a gap or an overlap, which the kernel must leave alone.
  if (draw % 11 === 0) return [low, { ...high, from: int(Number(at.num) + 3) }]
  return draw % 13 === 0 ? [low, { ...high, from: int(Number(at.num) - 3) }] : [high, low]
}

function step(b: Builder<Input>, draw: number, pick: (shift: number) => NodeId): NodeId {
  const [x, y, z] = [pick(5), pick(9), pick(13)]
  const small = draw >> 17
  switch (draw % 11) {
    case 0:
      return b.sum([x, y, z])
    case 1:
      return b.product([b.constant(ratio(BigInt((small % 9) - 4), BigInt((small % 4) + 1))), x])
    case 2:
      return b.least([x, y])
    case 3:
      return b.greatest([x, b.constant(int(small % 7))])
    case 4: {
      const to = ratio(1n, [1n, 2n, 100n][small % 3] ?? 1n)
      return b.round(x, { to, mode: MODES[small % 6] ?? 'floor' })
    }
    case 5:
      return b.compare(x, (['less', 'atMost', 'equals'] as const)[small % 3] ?? 'less', y)
    case 6:
      return b.product([x, y])
    case 7: {
      const share = b.product([b.constant(int(10)), b.least([b.quotient(x, y), b.one()])])
      return b.round(share, { to: ratio(1n, 100n), mode: MODES[small % 6] ?? 'floor' })
    }
    case 8:
      return b.undecided([x, x], 'q')
    default:
      return b.piecewise(x, pieces(small, y, z))
  }
}

function telling(points: NodeId, x: NodeId): Telling {
  const unit = { from: null, fromInclusive: false, to: null, toInclusive: false }
  const below = { ...unit, to: int(5), toInclusive: true }
  return [
    '有 ',
    { value: x, unit: '次' },
    '，',
    {
      by: x,
      cases: [
        { piece: below, say: ['少'] },
        { piece: { ...unit, from: int(4) }, say: ['多'] },
      ],
    },
    '，',
    { value: points, unit: '分', signed: true },
  ]
}

function itemOf(id: string, points: NodeId, x: NodeId, b: Builder<Input>): ItemProgram {
  const lowered: Lowered = { points, told: telling(points, x), parts: [] }
  return {
    item: { id, name: id, rule: undefined } as unknown as ItemProgram['item'],
    nature: 'base',
    evaluators: [],
    lowered,
    points,
    applies: b.one(),
    appliesOnSheet: b.one(),
    appliesAlone: b.one(),
    reached: undefined,
    targetOnly: false,
  }
}

const CUT = { share: ratio(1n, 5n), rounding: 'floor' } as const

/** A scheme about as bare as can be, with whatever stands in its order. */
function schemeOf(ties: 'competition' | 'dense', cut: 'all-in' | 'all-out'): Scheme {
  const range = (from: number | undefined, to: number | undefined, text: string) => ({
    from:
      from === undefined
        ? undefined
        : { at: { value: int(from), unit: undefined }, inclusive: true },
    to:
      to === undefined ? undefined : { at: { value: int(to), unit: undefined }, inclusive: false },
    text,
  })
  const grades = [
    { id: 'a', name: '甲', line: range(40, undefined, '40以上') },
    { id: 'b', name: '乙', line: range(10, 40, '10至40') },
    { id: 'c', name: '丙', line: range(undefined, 10, '不足10') },
  ]
  const end = (id: string, who: object) => ({ id, name: id, measure: 'other', who })
  return {
    id: 'random',
    name: 'random',
    version: '1',
    issue: { body: 'x', level: 'county' },
    assessees: [{ id: 'town', name: '乡镇' }],
    items: [],
    ranking: { peers: 'all', ties },
    grading: { by: 'line', grades },
    consequences: [
      end('top', { top: { ...CUT, ties: cut } }),
      end('bottom', { bottom: { ...CUT, ties: cut } }),
    ],
  } as unknown as Scheme
}

function grow(draws: readonly number[], dense: boolean, allIn: boolean): Program {
  const b = new Builder<Input>()
  const ids: NodeId[] = INPUTS.map(([lo, hi], k) => {
    const range = { lo: int(lo), hi: int(hi) }
    const domain = { range, whole: true, unit: '', words: null }
    return b.input({ from: 'fact', fact: `f${k}`, period: null, domain })
  })
  for (const draw of draws)
    ids.push(step(b, draw, (shift) => ids[(draw >> shift) % ids.length] as NodeId))
  const last = ids.slice(-4)
  const items = last.map((points, k) => itemOf(`i${k}`, points, ids[k] as NodeId, b))
  const total = b.sum(last.slice(0, 3))
  const scheme = schemeOf(dense ? 'dense' : 'competition', allIn ? 'all-in' : 'all-out')
  const consequences = (scheme.consequences ?? []).map((consequence) => {
    return { consequence, when: undefined, amount: undefined }
  })
  const parts = [
    {
      id: 'base',
      kind: 'base',
      declared: undefined,
      points: total,
      applies: b.one(),
      full: undefined,
      formula: [],
      limits: [],
    },
  ] as const
  const unit = { inputs: b.inputs, nodes: b.nodes }
  const none = { full: undefined, fulls: new Map(), deducted: undefined }
  const rest = { ...none, breakers: [], overrides: [], consequences }
  return { scheme, unit, items, parts, total, ...rest }
}

/** Programs over five facts, with pieces that overlap, open alternatives and quotients now and then. */
export const programs = fc
  .tuple(
    fc.array(fc.nat({ max: 2 ** 28 }), { minLength: 4, maxLength: 16 }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([draws, dense, allIn]) => grow(draws, dense, allIn))

const rows = fc.array(fc.tuple(...INPUTS.map(([lo, hi]) => fc.integer({ min: lo, max: hi }))), {
  minLength: 1,
  maxLength: 40,
})

/** The facts of some units. */
export const facts = rows

export function datasetOf(values: readonly (readonly (number | undefined)[])[]): Dataset {
  const units = values.map((_, u) => {
    return { id: `u${u}`, name: `单位${u}`, type: 'town', attributes: {} }
  })
  const entries = values.flatMap((row, u) =>
    row.flatMap((value, k) => (value === undefined ? [] : [entryOf(u, k, int(value))])),
  )
  const none = { events: [], reported: [], pending: [], history: [], lineage: [], previous: [] }
  return { units, facts: entries, ...none }
}

function entryOf(unit: number, fact: number, number: Rational) {
  return { unit: `u${unit}`, fact: `f${fact}`, period: null, value: { number } }
}
