export interface Count {
  readonly passed: number
  readonly failed: number
}

/** The part of vitest's JSON report that is read here. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

/** A run of vitest: what it wrote, if it came to that, and how it ended. */
export interface Run {
  readonly report: VitestReport | undefined
  readonly exitCode: number
}

/**
 * A file that could not be loaded has no tests that fail, and an error outside every test fails none of them:
 * both must be counted, or a red run would read "0 failed".
 */
export function countTests({ report, exitCode }: Run): Count {
  if (report === undefined) return { passed: 0, failed: 1 }
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults)
  const having = (status: string) => tests.filter((test) => test.status === status).length
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  const failed = having('failed') + broken
  const silent = failed === 0 && exitCode !== 0
  return { passed: having('passed'), failed: silent ? 1 : failed }
}

/** @returns the files in which something failed */
export const failedFiles = ({ report }: Run): readonly string[] =>
  report?.testResults.filter(({ status }) => status === 'failed').map(({ name }) => name) ?? []

/** A run of which the failed files were run again: what the second run says of them counts. */
export function again(first: Run, second: Run): Count {
  const testResults = first.report?.testResults.filter(({ status }) => status !== 'failed') ?? []
  return addCounts(countTests({ report: { testResults }, exitCode: 0 }), countTests(second))
}

export function countSteps(results: readonly { passed: boolean }[]): Count {
  const passed = results.filter((result) => result.passed).length
  return { passed, failed: results.length - passed }
}

export function addCounts(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed }
}

export const lastLine = ({ passed, failed }: Count): string => `${passed} passed, ${failed} failed`
