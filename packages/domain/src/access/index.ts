export {
  clashingPost,
  dutyOf,
  type Grant,
  grantFault,
  type HeldPost,
  type Lending,
  lendingFault,
} from './duties.ts'
export { loginOf, normalLogin } from './login.ts'
export { normalPassword, passwordFault, refusedPasswords } from './password.ts'
export { type Actor, allows, type Policy, type Relation, relationOf } from './policy.ts'
export { accountRoles, administrators, isRole, type Role, roles } from './roles.ts'
export { addressGroup, type Failures, waitingTime } from './throttle.ts'
