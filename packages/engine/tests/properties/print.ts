import { isDeepStrictEqual } from 'node:util'
import { printScheme, readScheme } from '@kaohe/scheme'
import { canonicalJson, prove } from '../../src/proof/index.ts'
import { evaluate } from '../../src/evaluate/index.ts'
import { compile } from '../../src/compile/index.ts'
import { scoreOf } from './json.ts'
import type { Property } from './case.ts'

export const print: readonly Property[] = [
  {
    name: 'a scheme printed and read is the same scheme, and gives the same bytes',
    holds({ scheme, evaluation, dataset }) {
      const text = printScheme(scheme)
      const again = readScheme(text).scheme
      if (again === undefined) throw new Error('what was printed does not read')
      if (!isDeepStrictEqual(again, scheme)) throw new Error('read as another scheme')
      if (printScheme(again) !== text) throw new Error('printed otherwise')
      const after = evaluate(compile(again), dataset)
      if (scoreOf(after) !== scoreOf(evaluation)) throw new Error('other scores')
      const proof = (of: typeof after) => canonicalJson(prove(of, 't0'))
      if (proof(after) !== proof(evaluation)) throw new Error('another proof')
      return 1
    },
  },
]
