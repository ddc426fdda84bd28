import type { Acting } from './acting.ts'

export interface StoredProposal {
  readonly org: string
  readonly id: string
  readonly scheme: string
  readonly department: string
  readonly department_name: string
  readonly kind: 'item' | 'survey'
  readonly subject: string | null
  readonly text: string
  readonly state: 'draft' | 'handed' | 'accepted' | 'returned'
  readonly because: string | null
  readonly changed_at: string
  readonly version: number
}

const found = (db: Acting) =>
  db
    .selectFrom('proposal')
    .innerJoin('department', (join) =>
      join
        .onRef('department.org', '=', 'proposal.org')
        .onRef('department.id', '=', 'proposal.department'),
    )
    .selectAll('proposal')
    .select('department.name as department_name')

/** What departments drafted for a scheme, the newest first. */
export async function listProposals(db: Acting, scheme: string): Promise<StoredProposal[]> {
  return found(db)
    .where('proposal.scheme', '=', scheme)
    .orderBy('proposal.changed_at', 'desc')
    .limit(500)
    .execute()
}

export async function findProposal(db: Acting, id: string): Promise<StoredProposal | undefined> {
  return found(db).where('proposal.id', '=', id).executeTakeFirst()
}

export interface NewProposal {
  readonly org: string
  readonly scheme: string
  readonly department: string
  readonly kind: 'item' | 'survey'
  readonly subject: string | null
  readonly text: string
  readonly person: string
}

export async function insertProposal(db: Acting, proposal: NewProposal): Promise<string> {
  const row = await db
    .insertInto('proposal')
    .values({ ...proposal, because: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export interface ProposalChange {
  readonly text?: string
  readonly state?: StoredProposal['state']
  readonly because?: string | null
}

/** Changes a proposal as it was at `version`. @returns the new version, or undefined when it changed meanwhile */
export async function changeProposal(
  db: Acting,
  { id, version }: { readonly id: string; readonly version: number },
  change: ProposalChange,
  at: string,
): Promise<number | undefined> {
  const row = await db
    .updateTable('proposal')
    .set({ ...change, changed_at: at, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  return row?.version
}
