import { expect, test } from 'vitest'
import { addCounts, countSteps, countTests, lastLine } from '../count.ts'

const file = (status: string, tests: number) => ({
  status,
  assertionResults: Array.from({ length: tests }),
})
const report = (passed: number, failed: number, files = [file('passed', passed)]) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults: files,
})

test.each([
  ['all pass', report(3, 0), 0, { passed: 3, failed: 0 }],
  ['one fails', report(2, 1), 1, { passed: 2, failed: 1 }],
  ['a file cannot be loaded', report(2, 0, [file('failed', 0)]), 1, { passed: 2, failed: 1 }],
  [
    'a file fails with its tests, two cannot be loaded',
    report(1, 3, [file('failed', 4), file('failed', 0), file('failed', 0), file('passed', 0)]),
    1,
    { passed: 1, failed: 5 },
  ],
  ['an error outside every test', report(2, 0), 1, { passed: 2, failed: 1 }],
  ['no test at all', report(0, 0), 0, { passed: 0, failed: 1 }],
  ['no report', undefined, 0, { passed: 0, failed: 1 }],
])('counts: %s', (_name, given, exitCode, count) => {
  expect(countTests(given, exitCode)).toEqual(count)
})

test('steps and tests add up to one line', () => {
  const count = countSteps([{ passed: true }, { passed: false }, { passed: true }])
  expect(lastLine(addCounts(count, { passed: 10, failed: 0 }))).toBe('12 passed, 1 failed')
  expect(addCounts({ passed: 1, failed: 2 }, { passed: 3, failed: 4 })).toEqual({
    passed: 4,
    failed: 6,
  })
})
