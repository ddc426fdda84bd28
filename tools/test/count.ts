export interface Count {
  readonly passed: number
  readonly failed: number
}

/** The part of vitest's JSON report that is read here. */
export interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly { status: string; assertionResults: readonly unknown[] }[]
}

/**
 * A file that could not be loaded has no tests that fail, and an error outside every test fails none of them:
 * both must be counted, or a red run would read "0 failed".
 */
export function countTests(report: VitestReport | undefined, exitCode: number): Count {
  if (report === undefined) return { passed: 0, failed: 1 }
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  const failed = report.numFailedTests + broken
  const silent = failed === 0 && (exitCode !== 0 || report.numPassedTests === 0)
  return { passed: report.numPassedTests, failed: silent ? 1 : failed }
}

export function countSteps(results: readonly { passed: boolean }[]): Count {
  const passed = results.filter((result) => result.passed).length
  return { passed, failed: results.length - passed }
}

export function addCounts(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed }
}

export const lastLine = ({ passed, failed }: Count): string => `${passed} passed, ${failed} failed`
