// The engine's lists of kinds, combiners and modifiers, in one place until its index exports them.
export { kinds } from '../../engine/src/kinds/list.ts'
export { combiners } from '../../engine/src/combine/list.ts'
export { modifiers } from '../../engine/src/modify/list.ts'
export type { Kind, Ask, Complaint } from '../../engine/src/kinds/kind.ts'
export type { Modifier } from '../../engine/src/modify/modifier.ts'
