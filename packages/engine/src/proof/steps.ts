import { type Program, Scope } from '../compile/index.ts'
import { type Input, type Node, type NodeId, wholeIn } from '../core/index.ts'
import { type Data, type Reading, entryOf, isMaybe, membersOf, peersOf } from '../evaluate/index.ts'
import { formatRational, sayPeriod } from '../number/index.ts'
import type { FactProof, PeersProof, ProofStep } from './proof.ts'
import { proveFold, writePiece, writeReported } from './rows.ts'
import { writeValue } from './write.ts'

const idOf = (input: Input): string =>
  'fact' in input
    ? input.fact
    : 'item' in input
      ? input.item
      : 'attribute' in input
        ? input.attribute
        : input.from

/** Writes the steps that lead to the nodes of one unit, each once, in an order that can be replayed. */
export class StepWriter {
  readonly steps: ProofStep[] = []
  readonly #positions = new Map<NodeId, number>()
  readonly #program: Program
  readonly #reading: Reading
  readonly #data: Data
  readonly #readings: readonly Reading[]
  readonly #scope: Scope

  constructor(program: Program, reading: Reading, readings: readonly Reading[], data: Data) {
    this.#program = program
    this.#reading = reading
    this.#readings = readings
    this.#data = data
    this.#scope = new Scope(program.scheme)
  }

  /** The position of the step that computes a node, writing it and what it needs first. */
  write(id: NodeId): number {
    const known = this.#positions.get(id)
    if (known !== undefined) return known
    const step = this.#step(id, this.#program.unit.nodes[id] as Node)
    const position = this.steps.push(step) - 1
    this.#positions.set(id, position)
    return position
  }

  #step(id: NodeId, node: Node): ProofStep {
    const value = writeValue(this.#reading.values.of(id))
    const all = (ids: readonly NodeId[]) => ids.map((inner) => this.write(inner))
    switch (node.op) {
      case 'constant':
        return { op: 'constant', value }
      case 'input':
        return this.#input(this.#program.unit.inputs[node.input] as Input, value)
      case 'quotient':
        return { op: 'quotient', of: this.write(node.of), by: this.write(node.by), value }
      case 'piecewise':
        return this.#piecewise(id, node, value)
      case 'round':
        return {
          op: 'round',
          of: this.write(node.of),
          to: formatRational(node.rounding.to),
          mode: node.rounding.mode,
          value,
        }
      case 'undecided':
        return { op: 'undecided', of: all(node.of), question: node.question, value }
      default:
        return { op: node.op, of: all(node.of), value }
    }
  }

  #piecewise(
    id: NodeId,
    node: Extract<Node, { op: 'piecewise' }>,
    value: ProofStep['value'],
  ): ProofStep {
    const { values } = this.#reading
    const of = this.write(node.of)
    const held = new Set(
      values.inGap(id) ? node.pieces : values.matches(id).map(({ piece }) => piece),
    )
    const pieces = node.pieces.map((piece) =>
      writePiece(piece, held.has(piece) ? this.write(piece.then) : null),
    )
    return { op: 'piecewise', of, whole: wholeIn(this.#program.unit, node.of), pieces, value }
  }

  #input(input: Input, value: ProofStep['value']): ProofStep {
    if (input.from === 'fold')
      return {
        op: 'fold',
        fold: proveFold(input.fold, this.#reading.unit, this.#data, this.#scope),
        value,
      }
    if (input.from === 'peers') return { op: 'peers', peers: this.#peers(input), value }
    return { op: 'fact', fact: this.#fact(input), value }
  }

  #peers(input: Extract<Input, { from: 'peers' }>): PeersProof {
    const reading = this.#reading
    const members = membersOf(input, this.#readings)
    const own = members[this.#readings.indexOf(reading)] ?? reading
    const peers = peersOf(own, members, input.group)
    const rank = input.measure.as === 'rank' ? input.measure : undefined
    return {
      measure: input.measure.as,
      first: rank?.first ?? null,
      ties: rank?.ties ?? null,
      unit: reading.unit.id,
      ...this.#compared(input.of),
      all: peers.map((i) => ({
        unit: members[i]!.unit.id,
        value: writeValue(this.#readings[i]!.values.of(input.of)),
        ...(isMaybe(own, members[i]!) ? { maybe: true as const } : {}),
      })),
    }
  }

  #party(by: string | null | undefined): string | null {
    return by === null || by === undefined ? null : this.#scope.nameOf('party', by)
  }

  // What is compared, where it is one fact: then it has a name.
  #compared(of: NodeId): Pick<PeersProof, 'of' | 'ofUnit'> {
    const { nodes, inputs } = this.#program.unit
    const node = nodes[of]
    const input = node?.op === 'input' ? inputs[node.input] : undefined
    if (input?.from !== 'fact' && input?.from !== 'attribute') return {}
    const { name, period, withYear, unit } = this.#fact(input)
    const when = period === null ? '' : sayPeriod(period, withYear)
    return { of: `${when}${name}`, ofUnit: unit }
  }

  #fact(input: Input): FactProof {
    const entry = entryOf(input, this.#reading.unit, this.#data)
    const id = idOf(input)
    const unitValue =
      input.from === 'attribute' ? this.#reading.unit.attributes[input.attribute] : undefined
    const reported = entry?.value ?? unitValue
    const period = 'period' in input ? input.period : null
    return {
      kind: input.from,
      id,
      name: this.#scope.nameOf(
        input.from === 'mark' ? 'item' : input.from === 'attribute' ? 'attribute' : 'fact',
        id,
      ),
      period,
      ...(period !== null && this.#scope.saysYear(period) ? { withYear: true } : {}),
      reported: reported === undefined ? null : writeReported(reported),
      unit: input.domain.unit,
      origin: entry?.origin ?? null,
      by: this.#party(entry?.by ?? entry?.evaluator),
      at: entry?.at ?? null,
      evidence: entry?.evidence ?? [],
      ...(entry?.reason === undefined ? {} : { reason: entry.reason }),
    }
  }
}
