// The engine's lists of kinds, combiners and modifiers, in one place until its index exports them.
export { kinds } from '../../engine/src/kinds/list.ts'
import type { Kind } from '../../engine/src/kinds/kind.ts'
import type { Modifier } from '../../engine/src/modify/modifier.ts'
export type { Kind, Ask, Complaint } from '../../engine/src/kinds/kind.ts'
export type { Modifier } from '../../engine/src/modify/modifier.ts'
export const combiners: readonly Kind[] = []
export const modifiers: readonly Modifier[] = []
