import type { BallotField, BallotKind } from '@kaohe/contract'
import {
  type AttributeDeclaration,
  type EventDeclaration,
  formatRational,
  type Item,
  int,
  multiply,
  type Quantity,
  type Scheme,
  Scope,
  sourceOf,
} from '@kaohe/engine'

/** A kind of ballot: the event that it is, and what of it a judge fills in. */
export interface PlannedBallots extends BallotKind {
  readonly fields: readonly BallotField[]
  /** The attribute that says of which group a ballot is; null where no rule asks. */
  readonly groupField: string | null
  /** The indicators that it counts for. */
  readonly ids: readonly string[]
}

type Node = Readonly<Record<string, unknown>>

// Every object inside a rule: parts of combiners, parameters, conditions.
function nodesIn(value: unknown): Node[] {
  if (value === null || typeof value !== 'object') return []
  const inner = Object.values(value).flatMap(nodesIn)
  return Array.isArray(value) ? inner : [value as Node, ...inner]
}

const KINDS: readonly unknown[] = ['judges', 'panel']

// The parameters of the rules in it that make one figure of many ballots.
function ballotRules({ rule }: Item): Node[] {
  return nodesIn(rule).flatMap(({ kind, params }) =>
    KINDS.includes(kind) && params !== null && typeof params === 'object' ? [params as Node] : [],
  )
}

/** Attributes that conditions compare with words: by these ballots are told apart. */
function askedGroups(params: Node): string[] {
  return nodesIn(params).flatMap(({ op, left, right }) => {
    const [name, word] = [left as Node | undefined, right as Node | undefined]
    const isAsked = op === 'equals' && name?.['expr'] === 'attribute' && word?.['expr'] === 'word'
    return isAsked ? [name['attribute'] as string] : []
  })
}

const SCALES: Readonly<Record<string, bigint>> = { '%': 100n, 百分点: 100n, '‰': 1000n }

function sayEnd(end: Quantity | undefined, unit: string | undefined): string | null {
  if (end === undefined) return null
  return formatRational(multiply(end.value, int(Number(SCALES[unit ?? ''] ?? 1n))))
}

function fieldOf({ id, name, type, ...more }: AttributeDeclaration): BallotField[] {
  const { unit, least, most, whole, words = [] } = more
  const ends = { least: sayEnd(least, unit), most: sayEnd(most, unit) }
  const field = { id, name, unit: unit ?? null, whole: whole === true, ...ends }
  if (type === 'number') return [{ ...field, kind: 'points', words: [] }]
  if (type === 'choice') return [{ ...field, kind: 'word', words: [...words] }]
  return []
}

function plannedFor(event: EventDeclaration, items: readonly Item[]): PlannedBallots {
  const rules = items.flatMap(ballotRules).filter((params) => params['event'] === event.id)
  const attributes = (event.attributes ?? []).filter(({ ruled }) => ruled !== true)
  const asked = new Set(rules.flatMap(askedGroups))
  const group = attributes.find(({ id, type }) => type === 'choice' && asked.has(id))
  return {
    event: event.id,
    name: event.name,
    items: items.map(({ name }) => name),
    ids: items.map(({ id }) => id),
    groups: [...(group?.words ?? [])],
    groupField: group?.id ?? null,
    fields: attributes.filter((one) => one !== group).flatMap(fieldOf),
  }
}

/** The kinds of ballots of a scheme: events that its debriefs give, read by 评委 or 评委组. */
export function ballotKinds(scheme: Scheme): readonly PlannedBallots[] {
  const scope = new Scope(scheme)
  return (scheme.events ?? []).flatMap((event) => {
    const items = scheme.items.filter((item) =>
      ballotRules(item).some((params) => params['event'] === event.id),
    )
    const means = event.means ?? sourceOf(items[0] ?? scheme.items[0]!, scope)?.means
    return items.length === 0 || means !== 'ballot' ? [] : [plannedFor(event, items)]
  })
}
