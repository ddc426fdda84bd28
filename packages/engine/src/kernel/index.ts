export { type Rows, columnsOf } from './columns.ts'
export { type By, type Kernel, kernelOf } from './kernel.ts'
export { type Teller, tellerOf } from './tell/teller.ts'
