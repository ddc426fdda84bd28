/** `npm test`: every step and every test, and one line at the end that says how it went. */
import { addCounts, countSteps, lastLine } from './count.ts'
import { runSteps, type StepResult } from './run-step.ts'
import { steps } from './steps.ts'
import { runTests } from './vitest.ts'

function report({ name, passed, output }: StepResult): void {
  console.log(`${passed ? ' ✓' : ' ✗'} ${name}`)
  if (!passed) console.log(output.trimEnd())
}

const filters = process.argv.slice(2)
const [results, tests] = await Promise.all([runSteps(steps), runTests(filters)])
for (const result of results) report(result)

const total = addCounts(countSteps(results), tests)
console.log(lastLine(total))
process.exitCode = total.failed === 0 ? 0 : 1
