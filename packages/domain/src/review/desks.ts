import type { Role } from '../access/roles.ts'

/** Where the evaluation by one department stands. */
export type DeskState = 'draft' | 'handed' | 'returned' | 'approved'

/** Who looks at a desk: a role, and as which party of the scheme; null for a post of no department. */
export interface Seat {
  readonly role: Role
  readonly party: string | null
}

/** The desk of a department, by the party of the scheme that it is. */
export interface Desk {
  readonly party: string
  readonly state: DeskState
}

const DEPARTMENT: readonly Role[] = ['department-head', 'department-reviewer']

/** Whether one works at a desk: it is that of one's department, or one's post is for all of them. */
export function sitsAt({ role, party }: Seat, desk: Pick<Desk, 'party'>): boolean {
  return DEPARTMENT.includes(role) && (party === null || party === desk.party)
}

/**
 * Whether one may see the marks of a desk: those who work at it always; the vice secretary once they were
 * handed to him, and for as long as he has not given them back. The organiser sees how far it is, and no mark.
 */
export function seesMarks(seat: Seat, desk: Desk): boolean {
  if (sitsAt(seat, desk)) return true
  return seat.role === 'vice-secretary' && (desk.state === 'handed' || desk.state === 'approved')
}

/** Whether marks can still be changed. */
export function isWritable(state: DeskState): boolean {
  return state === 'draft' || state === 'returned'
}
