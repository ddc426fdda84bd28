/** GoRules ZEN: one decision with one expression node of 35 outputs, compiled once. */
import { type Data, unitAt } from '../workload/data.ts'
import { read } from '../workload/expr.ts'
import { RULES } from '../workload/rules.ts'
import { perUnit } from './finish.ts'
import type { Peer } from './peer.ts'
import { ternaries } from './text.ts'

const plain = ternaries(
  (name) => name,
  '',
  '',
  (a, b) => `floor(${a} / ${b})`,
)
const list = (f: string) => (parts: string[]) => `${f}([${parts.join(', ')}])`
const text = {
  ...plain,
  least: list('min'),
  greatest: list('max'),
  percent: (a: string, t: string, full: number) =>
    `min([${full}, floor((${2 * full} * ${a} + ${t}) / (2 * ${t}))])`,
}

/** The decision graph: input, expressions, output. */
export function decision(): unknown {
  const expressions = RULES.map((r) => ({ id: r.id, key: r.id, value: read(r.points, text) }))
  const edge = (id: string, sourceId: string, targetId: string) => ({
    id,
    sourceId,
    targetId,
    type: 'edge',
  })
  return {
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
      {
        id: 'points',
        name: 'points',
        type: 'expressionNode',
        position: { x: 1, y: 0 },
        content: { expressions },
      },
      { id: 'out', name: 'out', type: 'outputNode', position: { x: 2, y: 0 } },
    ],
    edges: [edge('a', 'in', 'points'), edge('b', 'points', 'out')],
  }
}

export default {
  name: 'zen',
  label: 'GoRules ZEN, one expression node',
  threads: 1,
  maxUnits: 3_000,
  async prepare(data: Data) {
    const { ZenEngine } = await import('@gorules/zen-engine')
    const engine = new ZenEngine()
    const made = engine.createDecision(Buffer.from(JSON.stringify(decision())))
    const units = Array.from({ length: data.units }, (_, i) => unitAt(data, i))
    return perUnit(
      data,
      async (i, t) => {
        const { result } = await made.evaluate(units[i])
        for (const r of RULES) t[r.id]![i] = result[r.id]
      },
      () => engine.dispose(),
    )
  },
} satisfies Peer
