/** Where a scheme stands on its way to being published. */
export interface Publishable {
  readonly state: 'draft' | 'published'
  /** Who proposed this very version; an edit takes the proposal back. */
  readonly proposedBy: string | null
  readonly readable: boolean
}

/** Why a draft cannot be proposed for publication, or nothing. */
export function refuseProposal({ state, readable }: Publishable): string | undefined {
  if (state === 'published') return '已经发布的方案不能再改；要改请做更正'
  return readable ? undefined : '方案里还有写错的地方，改好以后才能提请发布'
}

/** Why this person cannot confirm the publication, or nothing. Publishing takes two persons. */
export function refuseConfirmation(scheme: Publishable, person: string): string | undefined {
  if (scheme.proposedBy === null) return '还没有人提请发布这一版，或者提请以后又有改动'
  if (scheme.proposedBy === person) return '提请的人不能自己确认，请另一位同志确认'
  return refuseProposal(scheme)
}
