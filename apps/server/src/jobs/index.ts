export { keepWorking } from './keep.ts'
export { jobKinds } from './list.ts'
