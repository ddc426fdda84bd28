import type { Program } from '@kaohe/engine'
import type { Content } from '@kaohe/storage'
import { nameAttribute, plannedClaims, ruledAttributes } from '../review/claim-kinds.ts'

/** What the office decided of a unit's claims under an item, and why; one line a claim, for the unit to read. */
export function claimLines(
  { happenings, rulings = [] }: Pick<Content, 'happenings' | 'rulings'>,
  program: Program,
  unit: string,
  item: string,
): { readonly depth: number; readonly text: string }[] {
  const ruled = new Map(rulings.map((ruling) => [ruling.happening, ruling]))
  const kinds = plannedClaims(program).filter(({ items }) => items.some(({ id }) => id === item))
  return kinds.flatMap((kind) =>
    happenings
      .filter(({ org, event }) => org === unit && event === kind.event.id)
      .flatMap((happening) => {
        const ruling = ruled.get(happening.id)
        if (ruling === undefined) return []
        const name = happening.attributes[nameAttribute(kind) ?? ''] ?? kind.event.name
        const said = ruledAttributes(kind.event).flatMap((one) => {
          const text = ruling.attributes[one.id]
          return text === undefined ? [] : [`${one.name} ${text}`]
        })
        return [{ depth: 1, text: `“${name}”：${said.join('，')}。理由：${ruling.reason}` }]
      }),
  )
}
