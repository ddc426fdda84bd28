export { type Rows, columnsOf } from './columns.ts'
export { type By, type Kernel, type KernelOptions, kernelOf } from './kernel.ts'
export { type Range, rangeOf, wholeIn } from './ranges.ts'
export { type Teller, tellerOf } from './tell/teller.ts'
