import { expectProperties } from './expect.ts'
import { order } from './order.ts'
import { print } from './print.ts'

expectProperties([...order, ...print])
