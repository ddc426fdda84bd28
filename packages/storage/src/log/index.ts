export { type Keeper, placeEntries } from './place.ts'
export * from './read.ts'
export { type Act, canonical, leafOf, record } from './record.ts'
export { sha256 } from './tree.ts'
