export { type By, type Kernel, type KernelOptions, kernelOf } from './kernel.ts'
export { type Range, rangeOf, wholeIn } from './ranges.ts'
