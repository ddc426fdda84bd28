import type { Changes } from './change.ts'
import { ACCESS } from './access.ts'
import { DATABASE } from './database.ts'
import { DOORS } from './doors.ts'
import { POLICIES } from './policies.ts'
import { SESSIONS } from './sessions.ts'

/** All small wrongs that somebody could do to the code that decides who may do what, and that a test must find. */
export const MUTANTS: readonly Changes[] = [
  ...ACCESS,
  ...POLICIES,
  ...DOORS,
  ...SESSIONS,
  ...DATABASE,
]
