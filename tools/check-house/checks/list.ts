import type { Check } from '../check.ts'
import { ascii } from './ascii.ts'
import { cycles } from './cycles.ts'
import { exact } from './exact.ts'
import { floors } from './floors.ts'
import { lists } from './lists.ts'
import { purity } from './purity.ts'
import { rooms } from './rooms.ts'
import { sizes } from './sizes.ts'
import { syntax } from './syntax.ts'

export const checks: readonly Check[] = [
  syntax,
  floors,
  rooms,
  cycles,
  lists,
  sizes,
  ascii,
  purity,
  exact,
]
