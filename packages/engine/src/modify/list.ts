import { cap } from './cap.ts'
import { coefficient } from './coefficient.ts'
import { floor } from './floor.ts'
import { forfeit } from './forfeit.ts'
import { gate } from './gate.ts'
import type { Modifier } from './modifier.ts'
import { mostLoss } from './most-loss.ts'
import { notApplicable } from './not-applicable.ts'
import { round } from './round.ts'
import { split } from './split.ts'

/** What may stand beside a kind, in the order of application, innermost first. */
export const modifiers: readonly Modifier[] = [
  gate,
  coefficient,
  split,
  round,
  cap,
  floor,
  mostLoss,
  forfeit,
  notApplicable,
]
