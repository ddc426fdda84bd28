import { type Check, isPureSource } from '../check.ts'
import { sizes as limits } from '../house.ts'
import { linesOf } from '../measure.ts'

export const sizes: Check = {
  name: 'sizes',
  rule: `a file of a pure floor has at most ${limits.pure.most} lines, any other ${limits.other.most}`,
  find: (site) =>
    site.modules.flatMap((module) => {
      const { most } = isPureSource(site, module) ? limits.pure : limits.other
      const lines = linesOf(module.source)
      if (lines <= most) return []
      return [{ path: module.path, line: most + 1, message: `${lines} lines, at most ${most}` }]
    }),
}
