import {
  evaluatorsOf,
  type Item,
  type Scheme,
  Scope,
  type Source,
  sayQuantity,
  sourceOf,
} from '@kaohe/engine'

/** Who gives a kind of assessee its marks for one part of the total, or what becomes of that part. */
export interface Evaluated {
  readonly type: string
  readonly typeName: string
  readonly source: string
  readonly weight: string | null
  readonly evaluators: readonly string[]
  readonly items: number
  /** reached: somebody or some data speaks; settled: nobody, and the scheme says what then; open: it does not say. */
  readonly state: 'reached' | 'settled' | 'open'
  readonly says: string
}

const ABSENT = {
  rescale: '其余部分按满分重新折算',
  full: '这部分得满分',
  zero: '这部分得零分',
} as const

function forType(item: Item, type: string): boolean {
  return item.assessees?.includes(type) ?? true
}

function reaches(source: Source, items: readonly Item[], type: string): boolean {
  const addressed = source.assessees?.includes(type) ?? true
  return addressed && items.some((item) => forType(item, type))
}

function saysOf(state: Evaluated['state'], source: Source, count: number): string {
  if (state === 'reached') return `${count} 项指标`
  if (state === 'settled' && source.absent !== undefined) return ABSENT[source.absent]
  return '没有人评价，这部分占比怎么办没有写明'
}

function evaluated(source: Source, type: Scheme['assessees'][number], scope: Scope): Evaluated {
  const { scheme } = scope
  const items = scheme.items.filter((item) => sourceOf(item, scope)?.id === source.id)
  const own = items.filter((item) => forType(item, type.id))
  const reached = reaches(source, items, type.id)
  const parties = new Map((scheme.parties ?? []).map(({ id, name }) => [id, name]))
  const ids = new Set([...(source.evaluators ?? []), ...own.flatMap((i) => evaluatorsOf(i, scope))])
  const state = reached ? 'reached' : source.absent === undefined ? 'open' : 'settled'
  return {
    type: type.id,
    typeName: type.name,
    source: source.name,
    weight: source.weight === undefined ? null : sayQuantity(source.weight, '%'),
    evaluators: reached ? [...ids].map((id) => parties.get(id) ?? id) : [],
    items: reached ? own.length : 0,
    state,
    says: saysOf(state, source, own.length),
  }
}

/**
 * For every kind of assessee and every way of being evaluated: who evaluates, or what becomes of that
 * part of the total. A scheme without 评价方式 is evaluated by its rules alone and has no rows.
 */
export function evaluatorTable(scheme: Scheme): Evaluated[] {
  const scope = new Scope(scheme)
  return scheme.assessees.flatMap((type) =>
    (scheme.sources ?? []).map((source) => evaluated(source, type, scope)),
  )
}
