import { evaluate } from '../../src/evaluate/index.ts'
import type { Fold } from '../../src/core/index.ts'
import type { EventEntry } from '../../src/model/index.ts'
import { compare, exactly } from '../../src/number/index.ts'
import type { Case, Property } from './case.ts'
import { comparesUnits } from './others.ts'

/** A fold, and those inside it: what is rolled up is computed of each unit below from its own events. */
function withInner(fold: Fold): Fold[] {
  const inner = fold.rows.inputs.flatMap((one) => (one.from === 'fold' ? withInner(one.fold) : []))
  return [fold, ...inner]
}

/** The folds on which a node stands. */
function foldsUnder({ program }: Case, from: number): Fold[] {
  const seen = new Set<number>()
  const found: Fold[] = []
  const visit = (id: number): void => {
    if (seen.has(id)) return
    seen.add(id)
    const node = program.unit.nodes[id]
    if (node === undefined || node.op === 'constant') return
    if (node.op === 'input') {
      const input = program.unit.inputs[node.input]
      if (input?.from === 'fold') found.push(...withInner(input.fold))
      return
    }
    if (node.op === 'quotient') return [node.of, node.by].forEach(visit)
    if (node.op === 'piecewise') return [node.of, ...node.pieces.map((p) => p.then)].forEach(visit)
    ;(node.op === 'round' ? [node.of] : node.of).forEach(visit)
  }
  visit(from)
  return found
}

const overEvents = (fold: Fold) => (fold.over.rows === 'events' ? fold.over.event : undefined)

/** Kinds of event of which an item counts the same one once, wherever it reads them. */
function onceOnly(of: Case, node: number): ReadonlySet<string> {
  const folds = foldsUnder(of, node).filter((fold) => overEvents(fold) !== undefined)
  const isOnce = (fold: Fold) =>
    fold.once !== null && !fold.rows.inputs.some((input) => input.from === 'ordinal')
  const other = new Set(folds.filter((fold) => !isOnce(fold)).map(overEvents))
  return new Set(
    folds.filter(isOnce).flatMap((f) => (other.has(overEvents(f)) ? [] : [overEvents(f) ?? ''])),
  )
}

/** The same thing reported again: equal in everything but its number in the file. */
const again = (event: EventEntry): EventEntry => ({ ...event, id: `${event.id}-again` })

export const once: readonly Property[] = [
  {
    name: 'what is counted once changes nothing when it is reported twice',
    holds(of) {
      if (comparesUnits(of)) return 0
      const kinds = new Map(
        of.program.items.map((item) => [item.item.id, onceOnly(of, item.points)]),
      )
      if ([...kinds.values()].every((set) => set.size === 0)) return 0
      const { dataset } = of
      let compared = 0
      for (const kind of new Set([...kinds.values()].flatMap((set) => [...set]))) {
        const twice = dataset.events.filter((e) => e.event === kind).map(again)
        const after = evaluate(of.program, { ...dataset, events: [...dataset.events, ...twice] })
        for (const { item } of of.program.items.filter((i) => kinds.get(i.item.id)?.has(kind)))
          compared += expectSame(of, after, item.id)
      }
      return compared
    },
  },
]

function expectSame({ evaluation }: Case, after: Case['evaluation'], item: string): number {
  const node = evaluation.program.items.find((i) => i.item.id === item)?.points ?? 0
  return evaluation.readings
    .map(({ values, unit }, i) => {
      const [was, is] = [exactly(values.of(node)), after.readings[i]?.values.of(node)]
      const now = is === undefined ? undefined : exactly(is)
      if (was === undefined) return 0
      if (now === undefined || compare(was, now) !== 0)
        throw new Error(`${unit.id}: ${item} changed when its events were reported twice`)
      return 1
    })
    .reduce<number>((a, b) => a + b, 0)
}
