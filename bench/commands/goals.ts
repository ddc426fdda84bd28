/** The goals on scoring speed: a peer's time over ours, at least; or ours over a peer's, at most. */
export type Goal = {
  readonly peers: readonly string[]
  readonly ours: 'under' | 'over'
  readonly must: number
  readonly aim: number
}

const faster = (must: number, aim: number, ...peers: string[]): Goal => ({
  peers,
  ours: 'under',
  must,
  aim,
})

export const GOALS: readonly Goal[] = [
  faster(1.4, 5, 'polars'),
  faster(6, 25, 'duckdb-histogram', 'duckdb-window'),
  faster(38, 150, 'postgres', 'objects', 'jsonlogic'),
  faster(150, 300, 'cel'),
  faster(1_000, 2_000, 'mathjs'),
  faster(1_500, 3_000, 'zen'),
  faster(5_000, 10_000, 'json-rules'),
  faster(8_000, 16_000, 'hyperformula'),
  faster(70_000, 140_000, 'publicodes'),
  { peers: ['c'], ours: 'over', must: 8, aim: 2.5 },
]

/** "1.4 / 5" and whether the ratio reaches it. `ratio` is the peer's time over ours. */
export function judged(name: string, ratio: number | undefined): readonly [string, string] {
  const goal = GOALS.find((g) => g.peers.includes(name))
  if (!goal) return ['', '']
  const text = `${goal.ours === 'over' ? '1/' : ''}${goal.must} | ${goal.ours === 'over' ? '1/' : ''}${goal.aim}`
  if (ratio === undefined) return [text, 'not measured']
  const reaches = (limit: number) => (goal.ours === 'under' ? ratio >= limit : 1 / ratio <= limit)
  return [text, reaches(goal.aim) ? 'aim' : reaches(goal.must) ? 'must' : 'MISSED']
}

/** Whether a figure that should be small reaches its goals. */
export const judge = (value: number, must: number, aim: number): string =>
  value <= aim ? 'aim' : value <= must ? 'must' : 'MISSED'
