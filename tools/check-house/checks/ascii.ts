import type { Check } from '../check.ts'

export const ascii: Check = {
  name: 'ascii',
  rule: 'paths are ASCII',
  find: ({ paths }) =>
    paths
      .filter((path) => !/^[\x21-\x7e]+$/.test(path))
      .map((path) => ({ path, line: 1, message: 'the path is not plain ASCII without spaces' })),
}
