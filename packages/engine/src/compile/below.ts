import type { FoldSpec } from '../kinds/kind.ts'
import { Fault } from './fault.ts'
import type { ItemFrame } from './frame.ts'

/** What subordinate units report event by event is rolled up first. @throws Fault where it is not */
export function refuseBelow(
  { over }: FoldSpec,
  { frame, path }: { frame: ItemFrame; path: string },
): void {
  const { scope } = frame
  if (!('event' in over) || scope.standing(scope.event(over.event)?.level) !== 'below') return
  const name = scope.nameOf('event', over.event)
  throw new Fault(
    path,
    { zh: `“${name}”是下级的事件`, en: `“${name}” is an event of subordinate units` },
    {
      zh: '要先由下级汇总：汇总: {层级: …, 规则: …, 取: …}',
      en: 'roll it up first: 汇总: {层级: …, 规则: …, 取: …}',
    },
  )
}
