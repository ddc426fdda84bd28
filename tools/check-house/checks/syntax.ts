import type { Check } from '../check.ts'

export const syntax: Check = {
  name: 'syntax',
  rule: 'every module can be read: one that cannot is not judged by the other checks',
  find: ({ modules }) =>
    modules.flatMap(({ path, errors }) => errors.map((message) => ({ path, line: 1, message }))),
}
