export { placeEntries } from './place.ts'
export { type Act, canonical, leafOf, record } from './record.ts'
export { sha256 } from './tree.ts'
