import { ONE, type Rational, ZERO, add, equal, sayQuantity } from '@kaohe/engine'
import type { Check, Found } from '../finding.ts'
import { say } from '../phrase.ts'
import { type Group, type GroupMember, groupsOf } from '../groups.ts'

const percent = (value: Rational) => sayQuantity(value, '%')

const isWhole = (members: readonly GroupMember[]) =>
  members.length === 0 || equal(sumOf(members), ONE)

const sumOf = (members: readonly GroupMember[]): Rational =>
  members.map(({ weight }) => weight as Rational).reduce(add, ZERO)

/** The members on the first sheet whose shares are not the whole, and whose sheet that is. */
function wrongSheet(
  members: readonly GroupMember[],
  types: readonly { readonly id: string; readonly name: string }[],
): { readonly on: readonly GroupMember[]; readonly whose: string | undefined } | undefined {
  if (members.every((member) => member.types === undefined))
    return isWhole(members) ? undefined : { on: members, whose: undefined }
  const sheets = types.map(({ id, name }) => ({
    on: members.filter((member) => member.types?.includes(id) ?? true),
    whose: name,
  }))
  return sheets.find(({ on }) => !isWhole(on))
}

function told({ path, clause, name }: Group, on: readonly GroupMember[], whose = ''): Found {
  const total = percent(sumOf(on))
  const each = on.map((one) => `${one.name}${percent(one.weight as Rational)}`).join('、')
  const [zh, en] = whose === '' ? ['', ''] : [`对${whose}，`, ` for ${whose}`]
  return {
    path,
    clause,
    message: say(
      `${zh}${name}下面的占比合计${total}，不是100%：${each}。`,
      `Weights below ${name}${en} add up to ${total}: ${each}.`,
    ),
    counterexample: say(
      `每一项都得满分时，${name}只能按${total}计`,
      `full marks everywhere give ${total} of ${name}`,
    ),
  }
}

/** Shares side by side that do not add up to the whole (constructs 1E.18). */
export const weightsSum: Check = {
  slug: 'weights-sum',
  severity: 'error',
  title: say('占比加起来不是100%', 'Weights that do not add up'),
  settle: say('改正占比，使同一层合计100%', 'weights that add up to 100 % on each level'),
  find: (site) =>
    groupsOf(site).flatMap((group): readonly Found[] => {
      const { members, weighted } = group
      if (!weighted || members.some(({ weight }) => weight === undefined)) return []
      const wrong = wrongSheet(members, site.scheme.assessees)
      return wrong === undefined ? [] : [told(group, wrong.on, wrong.whose)]
    }),
}
