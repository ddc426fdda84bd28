import { bounds } from './bounds.ts'
import { expectProperties } from './expect.ts'
import { given } from './given.ts'
import { monotone } from './monotone.ts'
import { once } from './once.ts'
import { others } from './others.ts'

expectProperties([...bounds, ...given, ...monotone, ...once, ...others])
