export { type Actor, allows, type Policy, type Relation, relationOf } from './policy.ts'
export { accountRoles, administrators, isRole, type Role, roles } from './roles.ts'
