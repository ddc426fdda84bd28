/**
 * A proof worked out by hand: every operation once, each with numbers that can be checked in the head.
 * Facts: 96% and 3; five events of which one does not count; three peers.
 */
const fact = (id: string, reported: string | null, kind = 'fact') => ({
  kind,
  id,
  name: id,
  period: null,
  reported,
  unit: '',
  origin: 'facts.csv:2',
  by: null,
  at: null,
  evidence: [],
})

const piece = (from: string | null, to: string | null, then: number | null) => ({
  from,
  fromInclusive: true,
  to,
  toInclusive: false,
  then,
})

const row = (
  id: string,
  inputs: readonly unknown[],
  kept: unknown,
  value: unknown,
  counted: boolean,
  key: string[] = [],
) => ({
  id,
  name: '',
  date: '2023-03-01',
  origin: null,
  evidence: ['link'],
  key,
  inputs,
  kept,
  value,
  counted,
})

/** Rows hold a flag and a figure; what counts is twice the figure, at most 6. */
const program = [
  { op: 'input', input: 0, name: 'adopted' },
  { op: 'input', input: 1, name: 'people' },
  { op: 'constant', value: '2' },
  { op: 'product', of: [1, 2] },
  { op: 'constant', value: '6' },
  { op: 'least', of: [3, 4] },
]

export function fold(how: string, more: object = {}) {
  return {
    over: 'article',
    name: '信息',
    how,
    drop: 0,
    empty: 'zero',
    complete: true,
    any: ['0', '10'],
    once: null,
    program,
    where: 0,
    rowValue: 5,
    rows: [
      row('a', ['1', '1'], '1', '2', true, ['x']),
      row('b', ['1', '2'], '1', '4', true, ['x']),
      row('c', ['1', '5'], '1', '6', true, ['y']),
      row('d', ['0', '9'], '0', '6', false, ['z']),
    ],
    ...more,
  }
}

export function peers(measure: string, more: object = {}) {
  const all = ['1', '4', '4'].map((value, i) => ({ unit: `u${i}`, value }))
  return { measure, first: null, ties: null, unit: 'u0', all, ...more }
}

const steps = [
  { op: 'fact', fact: fact('rate', '0.96'), value: '0.96' }, // 0
  { op: 'fact', fact: { ...fact('count', '3', 'mark'), reason: '查看台账' }, value: '3' }, // 1
  { op: 'constant', value: '-2' }, // 2
  { op: 'constant', value: '5' }, // 3
  {
    op: 'piecewise',
    of: 0,
    whole: false,
    pieces: [piece(null, '0.9', null), piece('0.9', null, 3)],
    value: '5',
  }, // 4
  { op: 'product', of: [1, 2], value: '-6' }, // 5
  { op: 'sum', of: [3, 5], value: '-1' }, // 6
  { op: 'constant', value: '0' }, // 7
  { op: 'greatest', of: [6, 7], value: '0' }, // 8
  { op: 'least', of: [4, 1], value: '3' }, // 9
  { op: 'quotient', of: 3, by: 1, value: '5/3' }, // 10
  { op: 'constant', value: '0.01' }, // 11
  { op: 'round', of: 10, to: '0.01', mode: 'half-up', value: '1.67' }, // 12
  { op: 'fold', fold: fold('sum'), value: '12' }, // 13
  { op: 'peers', peers: peers('mean'), value: '3' }, // 14
  { op: 'fact', fact: fact('open', null), value: ['1', '4'] }, // 15
  { op: 'undecided', of: [7, 15], question: '指标/x/规则/分段/读法', value: ['0', '4'] }, // 16
  // Up to 2 the figure itself (at most 2), above that 5: between 1 and 5, never 4 of the first piece.
  {
    op: 'piecewise',
    of: 15,
    whole: false,
    pieces: [piece(null, '2', 15), piece('2', null, 3)],
    value: ['1', '5'],
  }, // 17
  // A gap: 3 is neither below 1 nor from 4 on, so anything between the answers and 0.
  {
    op: 'piecewise',
    of: 1,
    whole: false,
    pieces: [piece(null, '1', 2), piece('4', null, 3)],
    value: ['-2', '5'],
  }, // 18
  { op: 'sum', of: [4, 8, 9, 12, 13, 14], value: '24.67' }, // 19
  { op: 'sum', of: [16, 17, 18], value: ['-1', '14'] }, // 20
  { op: 'sum', of: [19, 20], value: ['23.67', '38.67'] }, // 21
]

const item = (id: string, step: number, points: unknown, status: string) => ({
  id,
  name: id,
  clause: '第九条',
  rule: 'bands',
  full: null,
  status,
  step,
  points,
  told: [{ depth: 1, text: '…' }],
  missing: [],
})

/** The proof without its digest. */
export const golden = {
  format: 'kaohe-proof/1',
  scheme: { id: 'x-2023', version: '1' },
  unit: { id: 'u0', name: '甲镇', type: 'township' },
  steps,
  items: [item('study', 19, '24.67', 'scored'), item('news', 20, ['-1', '14'], 'provisional')],
  parts: [
    { id: 'base', kind: 'base', step: 19, points: '24.67' },
    { id: 'bonus', kind: 'bonus', step: 20, points: ['-1', '14'] },
    { id: 'penalty', kind: 'penalty', step: 7, points: '0' },
  ],
  total: { step: 21, points: ['23.67', '38.67'] },
}

/** Steps of one kind put in the place of the fold of the golden proof, for tables of cases. */
export function proofOf(step: object): unknown {
  const total = { step: 0, points: (step as { value: unknown }).value }
  return { ...golden, steps: [step], items: [], parts: [], total }
}
