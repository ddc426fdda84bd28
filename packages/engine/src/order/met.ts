import type { Met } from '../model/index.ts'

/** Both: no when one is no, yes when both are yes, else undecided. */
export function both(a: Met, b: Met): Met {
  if (a === 'no' || b === 'no') return 'no'
  return a === 'yes' && b === 'yes' ? 'yes' : 'undecided'
}

/** Either: yes when one is yes, no when both are no, else undecided. */
export function either(a: Met, b: Met): Met {
  if (a === 'yes' || b === 'yes') return 'yes'
  return a === 'no' && b === 'no' ? 'no' : 'undecided'
}

/** The opposite; what is undecided stays so. */
export function not(met: Met): Met {
  return met === 'yes' ? 'no' : met === 'no' ? 'yes' : 'undecided'
}

/** All of them; of nothing, yes. */
export function every(of: readonly Met[]): Met {
  return of.reduce(both, 'yes')
}

/** What all alternatives say alike; undecided where they differ, or where there is none. */
export function agreed(of: readonly Met[]): Met {
  const [first] = of
  return first !== undefined && of.every((met) => met === first) ? first : 'undecided'
}

/** From what holds in every case and in some case. */
export function metWhen(surely: boolean, possibly: boolean): Met {
  return surely ? 'yes' : possibly ? 'undecided' : 'no'
}
