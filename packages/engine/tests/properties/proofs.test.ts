import { expectProperties } from './expect.ts'
import { proofs } from './proofs.ts'

expectProperties(proofs)
