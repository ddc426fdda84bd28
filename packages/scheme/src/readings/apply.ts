import type { Problem } from '../diagnostic/diagnostic.ts'
import { saysTheSame } from '../source/same.ts'
import type { Source } from '../source/tree.ts'
import { type Placed, applyEdit, swept } from './edit.ts'

function sameAct(a: Placed, b: Placed): boolean {
  const pairs = [
    [a.edit.to, b.edit.to],
    [a.edit.add, b.edit.add],
  ] as const
  return (
    a.edit.drop === b.edit.drop &&
    pairs.every(([x, y]) => (x === undefined || y === undefined ? x === y : saysTheSame(x, y)))
  )
}

/** Two edits by different hands that cannot both be meant. */
function clashes(earlier: Placed, later: Placed): boolean {
  if (earlier.by === later.by || (earlier.edit.add && later.edit.add)) return false
  const overwritten = earlier.edit.at.startsWith(`${later.edit.at}/`)
  return overwritten || (earlier.edit.at === later.edit.at && !sameAct(earlier, later))
}

function conflictOf(later: Placed, before: readonly Placed[]): Problem | undefined {
  const earlier = before.find((one) => clashes(one, later))
  return (
    earlier && {
      code: 'conflicting-edits',
      at: later.at,
      found: later.edit.at,
      detail: `${earlier.by}、${later.by}`,
    }
  )
}

/** Makes edits in their order; those that cannot be made are left out and reported. */
export function applyEdits(
  root: Source,
  edits: readonly Placed[],
): { readonly tree: Source; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const done: Placed[] = []
  let tree = root
  for (const one of edits) {
    const repeated = done.some(
      (other) =>
        other.edit.at === one.edit.at &&
        other.by !== one.by &&
        !one.edit.add &&
        sameAct(other, one),
    )
    if (repeated) continue
    const conflict = conflictOf(one, done)
    const edited = conflict ? { problem: conflict } : applyEdit(tree, one)
    if ('problem' in edited) problems.push(edited.problem)
    else tree = edited.tree
    done.push(one)
  }
  return { tree: swept(tree), problems }
}
