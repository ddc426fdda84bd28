import { type Cut, int, multiply, ONE, round, type Scheme } from '@kaohe/engine'

/** One that takes part: as what, and in which group. */
export interface Taking {
  readonly type: string
  readonly group: string | null
}

/** How many places a quota of the scheme gives, among how many. */
export interface Places {
  /** `等次“优秀”`, `“推荐”的前几名`. */
  readonly what: string
  /** Among whom: everyone, a kind of assessee, or a group. */
  readonly among: string
  readonly units: number
  /** From and to: without a declared rounding a share lies between. */
  readonly least: number
  readonly most: number
}

type Peers = NonNullable<NonNullable<Scheme['ranking']>['peers']>

interface Quota {
  readonly what: string
  readonly cut: Cut
  readonly peers: Peers
  readonly types: readonly string[] | undefined
}

function quotasIn({ grading, ranking, consequences = [] }: Scheme): Quota[] {
  const usual = ranking?.peers ?? 'all'
  const grades = (grading?.grades ?? []).flatMap(({ name, quota: cut }) => {
    const peers = grading?.peers ?? usual
    return cut === undefined
      ? []
      : [{ what: `等次“${name}”`, cut, peers, types: grading?.assessees }]
  })
  const others = consequences.flatMap(({ name, who }) => {
    const common = { peers: who?.peers ?? usual, types: who?.assessees }
    const top = who?.top && { what: `“${name}”的前几名`, cut: who.top, ...common }
    const bottom = who?.bottom && { what: `“${name}”的后几名`, cut: who.bottom, ...common }
    return [top, bottom].filter((one) => one !== undefined)
  })
  return [...grades, ...others]
}

function placesIn({ share, number, rounding }: Cut, units: number): [number, number] {
  const of = (mode: NonNullable<Cut['rounding']>): number =>
    share === undefined ? units : Number(round(multiply(share, int(units)), { to: ONE, mode }).num)
  const most = number ?? Number.POSITIVE_INFINITY
  return [
    Math.min(of(rounding ?? 'floor'), most, units),
    Math.min(of(rounding ?? 'ceiling'), most, units),
  ]
}

const EVERYONE = '全部考核对象'
const WITHOUT_GROUP = '没有分组的'

/** What pools there are when units are compared in one way, by name. */
function poolsOf(scheme: Scheme, taking: readonly Taking[], peers: Peers): Map<string, Taking[]> {
  const names = new Map(scheme.assessees.map(({ id, name }) => [id, name]))
  return Map.groupBy(taking, ({ type, group }) => {
    if (peers === 'all') return EVERYONE
    return peers === 'type' ? (names.get(type) ?? type) : (group ?? WITHOUT_GROUP)
  })
}

/** How many places each quota of a scheme gives with these taking part. Shares of all units count these too. */
export function placesOf(scheme: Scheme, taking: readonly Taking[]): Places[] {
  return quotasIn(scheme).flatMap(({ what, cut, peers, types }) => {
    const own = taking.filter(({ type }) => types === undefined || types.includes(type))
    return [...poolsOf(scheme, own, peers)].map(([among, { length: units }]) => {
      const [least, most] = placesIn(cut, units)
      return { what, among, units, least, most }
    })
  })
}

/** How many take part in each group of those that are ranked together. */
export function poolSizes(
  scheme: Scheme,
  taking: readonly Taking[],
): { among: string; units: number }[] {
  const pools = poolsOf(scheme, taking, scheme.ranking?.peers ?? 'all')
  return [...pools].map(([among, { length: units }]) => ({ among, units }))
}

/** A figure before and after a change, by what it is; nought where it is not there. */
export interface Shift {
  readonly what: string
  readonly before: string
  readonly after: string
}

const sayPlaces = ({ least, most }: Places): string =>
  least === most ? `${least} 个` : `${least} 至 ${most} 个`

/** What changes of groups and quotas when others take part, and what stays for comparison. */
export function shiftsOf(
  scheme: Scheme,
  before: readonly Taking[],
  after: readonly Taking[],
): { groups: Shift[]; quotas: Shift[] } {
  const joined = (all: readonly [string, string][], next: readonly [string, string][]): Shift[] => {
    const [was, is] = [new Map(all), new Map(next)]
    return [...new Set([...was.keys(), ...is.keys()])].map((what) => ({
      what,
      before: was.get(what) ?? '0 个',
      after: is.get(what) ?? '0 个',
    }))
  }
  const sizes = (taking: readonly Taking[]) =>
    poolSizes(scheme, taking).map(({ among, units }): [string, string] => [among, `${units} 个`])
  const places = (taking: readonly Taking[]) =>
    placesOf(scheme, taking).map((one): [string, string] => [
      one.among === EVERYONE ? one.what : `${one.what}（${one.among}）`,
      sayPlaces(one),
    ])
  return {
    groups: joined(sizes(before), sizes(after)),
    quotas: joined(places(before), places(after)),
  }
}
