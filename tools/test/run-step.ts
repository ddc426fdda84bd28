import { spawn } from 'node:child_process'
import type { Step } from './steps.ts'

export interface StepResult {
  readonly name: string
  readonly passed: boolean
  readonly output: string
}

/** Runs the step to its end. What it prints is kept, so that it does not mix with the tests beside it. */
function runStep({ name, command }: Step): Promise<StepResult> {
  const [file = '', ...args] = command
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
  return new Promise((resolve) => {
    const end = (passed: boolean, more = '') =>
      resolve({ name, passed, output: Buffer.concat(chunks).toString() + more })
    child.on('error', (error) => end(false, error.message))
    child.on('close', (code) => end(code === 0))
  })
}

/** One after another: the tests run at the same time, and there may be two cores. */
export async function runSteps(steps: readonly Step[]): Promise<StepResult[]> {
  const results: StepResult[] = []
  for (const step of steps) results.push(await runStep(step))
  return results
}
