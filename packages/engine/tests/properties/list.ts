import { bounds } from './bounds.ts'
import type { Property } from './case.ts'
import { given } from './given.ts'
import { monotone } from './monotone.ts'
import { once } from './once.ts'
import { order } from './order.ts'
import { others } from './others.ts'
import { print } from './print.ts'
import { proofs } from './proofs.ts'

/** Everything that must hold of any scheme with any facts. */
export const properties: readonly Property[] = [
  ...bounds,
  ...given,
  ...monotone,
  ...once,
  ...order,
  ...others,
  ...print,
  ...proofs,
]
