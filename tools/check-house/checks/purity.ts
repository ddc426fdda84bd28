import { type Check, isPureSource } from '../check.ts'
import { findUsage } from '../usage.ts'

const CLOCK = ['Date.now', 'new Date', 'performance', 'setTimeout', 'setInterval', 'setImmediate']
const CHANCE = ['Math.random', 'crypto']
const INPUT_OUTPUT = ['process', 'fetch', 'console', 'globalThis', 'require', 'XMLHttpRequest']

const FORBIDDEN = new Set([...CLOCK, ...CHANCE, ...INPUT_OUTPUT])
const REASON = 'clock, chance, input and output are arguments in a pure floor'

export const purity: Check = {
  name: 'purity',
  rule: 'no clock, no chance, no input or output in the pure floors',
  find: (site) =>
    site.modules
      .filter((module) => isPureSource(site, module))
      .flatMap((module) => findUsage(module, FORBIDDEN, REASON)),
}
