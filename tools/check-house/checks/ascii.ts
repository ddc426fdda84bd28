import type { Check } from '../check.ts'

export const ascii: Check = {
  name: 'ascii',
  rule: 'paths are ASCII',
  find: ({ paths }) =>
    paths
      // oxlint-disable-next-line no-control-regex -- the range is the point
      .filter((path) => !/^[\x21-\x7e]+$/.test(path))
      .map((path) => ({ path, line: 1, message: 'the path is not plain ASCII without spaces' })),
}
