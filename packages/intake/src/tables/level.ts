import type { Unit } from '@kaohe/engine'
import type { Catalogue } from '../names/index.ts'
import { fault, type Remark, say } from '../report/index.ts'

// Units whose kind could not be read: that is told once, and nothing more of what they may report.
const doubtful = new WeakSet<Unit>()

export function doubt(unit: Unit): void {
  doubtful.add(unit)
}

/**
 * Whether a fact or event that arises at a level may be told of a unit.
 * @param level The level declared; undefined stands for the assessed units themselves.
 */
export function levelFault(
  unit: Unit,
  level: string | undefined,
  shared: boolean,
  names: Catalogue,
): Remark | undefined {
  if (doubtful.has(unit)) return undefined
  if (level === undefined) {
    if (unit.type !== null || shared) return undefined
    const expected = say('只有考核对象才填这一项', 'only assessed units report this')
    return fault(
      'wrong-level',
      say(`“${unit.name}”不是考核对象`, `“${unit.name}” is not assessed`),
      { expected },
    )
  }
  const own = unit.level ?? names.types.find(unit.type ?? '')?.level
  if (own === undefined || own === level) return undefined
  const wanted = names.levels.find(level)?.name ?? level
  const found = names.levels.find(own)?.name ?? own
  return fault(
    'wrong-level',
    say(
      `这一项由“${wanted}”一级填报，“${unit.name}”是“${found}”一级`,
      `reported at the level ${wanted}; “${unit.name}” is at ${found}`,
    ),
  )
}
