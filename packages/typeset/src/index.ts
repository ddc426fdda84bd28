export { chosenFonts, type Chosen } from './choose.ts'
export { type Role, ROLES } from './roles.ts'
export { MissingSigns, startTypesetter, type Typesetter } from './typesetter.ts'
