import { chanceFrom, randomDataset, randomScheme } from '@kaohe/scheme'
import { expect, test } from 'vitest'
import { compile, evaluate, rescore } from '../src/index.ts'

test('one changed fact gives what computing everything again gives', () => {
  let changes = 0
  for (let seed = 1; seed <= 25; seed += 1) {
    const chance = chanceFrom(seed)
    const scheme = randomScheme(chance)
    const program = compile(scheme)
    const before = randomDataset(chance, scheme)
    const after = randomDataset(chanceFrom(seed + 1000), scheme)
    let evaluation = evaluate(program, before)
    let facts = before.facts
    for (const entry of after.facts.slice(0, 4)) {
      if (!before.units.some((u) => u.id === entry.unit)) continue
      const same = (f: typeof entry) =>
        f.unit === entry.unit &&
        f.fact === entry.fact &&
        f.period === entry.period &&
        f.evaluator === entry.evaluator
      facts = [...facts.filter((f) => !same(f)), entry]
      evaluation = rescore(evaluation, entry)
      expect(evaluation.results()).toEqual(evaluate(program, { ...before, facts }).results())
      changes += 1
    }
  }
  expect(changes).toBeGreaterThan(50)
})

/** A random program that compares no units with one another, and its seed. */
function withoutPeers() {
  for (let seed = 1; ; seed += 1) {
    const scheme = randomScheme(chanceFrom(seed))
    const program = compile(scheme)
    if (!program.unit.inputs.some((i) => i.from === 'peers')) return { seed, scheme, program }
  }
}

test('units that cannot read the fact keep their reading', () => {
  const { seed, scheme, program } = withoutPeers()
  const evaluation = evaluate(program, randomDataset(chanceFrom(seed), scheme))
  const [first] = evaluation.data.dataset.facts
  if (first === undefined) throw new Error('the dataset has no fact')
  const again = rescore(evaluation, first)
  const related = evaluation.data.related(first.unit)
  const kept = again.readings.map((r, i) => r === evaluation.readings[i])
  expect(kept).toEqual(evaluation.readings.map((r) => !related.has(r.unit.id)))
  expect(kept).toContain(true)
  expect(again.results()).toEqual(evaluation.results())
})
