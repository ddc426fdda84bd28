import { expect, test } from 'vitest'
import { addCounts, again, countSteps, countTests, failedFiles, lastLine } from '../count.ts'

const file = (
  name: string,
  passed: number,
  failed = 0,
  status = failed > 0 ? 'failed' : 'passed',
) => ({
  name,
  status,
  assertionResults: [
    ...Array.from({ length: passed }, () => ({ status: 'passed' })),
    ...Array.from({ length: failed }, () => ({ status: 'failed' })),
  ],
})
const broken = (name: string) => file(name, 0, 0, 'failed')
const run = (exitCode: number, ...testResults: ReturnType<typeof file>[]) => ({
  report: { testResults },
  exitCode,
})

test.each([
  ['all pass', run(0, file('a', 3)), { passed: 3, failed: 0 }],
  ['one fails', run(1, file('a', 2, 1)), { passed: 2, failed: 1 }],
  ['a file cannot be loaded', run(1, broken('a'), file('b', 2)), { passed: 2, failed: 1 }],
  [
    'a file fails with its tests, two cannot be loaded',
    run(1, file('a', 0, 3), broken('b'), broken('c'), file('d', 1)),
    { passed: 1, failed: 5 },
  ],
  ['an error outside every test', run(1, file('a', 2)), { passed: 2, failed: 1 }],
  ['no report', { report: undefined, exitCode: 0 }, { passed: 0, failed: 1 }],
])('counts: %s', (_name, given, count) => {
  expect(countTests(given)).toEqual(count)
})

const first = run(1, file('a', 5), file('b', 2, 1), broken('c'))

test('the files in which something failed are those that are run again', () => {
  expect(failedFiles(first)).toEqual(['b', 'c'])
  expect(failedFiles(run(0, file('a', 1)))).toEqual([])
  expect(failedFiles({ report: undefined, exitCode: 1 })).toEqual([])
})

test.each([
  ['passes now', run(0, file('b', 3), file('c', 4)), { passed: 12, failed: 0 }],
  ['fails again', run(1, file('b', 1, 2), broken('c')), { passed: 6, failed: 3 }],
  ['is not run to its end', { report: undefined, exitCode: 1 }, { passed: 5, failed: 1 }],
])('what is run again and %s counts once', (_name, second, count) => {
  expect(again(first, second)).toEqual(count)
})

test('steps and tests add up to one line', () => {
  const count = countSteps([{ passed: true }, { passed: false }, { passed: true }])
  expect(lastLine(addCounts(count, { passed: 10, failed: 0 }))).toBe('12 passed, 1 failed')
  expect(addCounts({ passed: 1, failed: 2 }, { passed: 3, failed: 4 })).toEqual({
    passed: 4,
    failed: 6,
  })
})
