import { expect, test } from 'vitest'
import { runSteps } from '../run-step.ts'

test('each step passes or fails by its exit code, and keeps what it printed', async () => {
  const results = await runSteps([
    { name: 'good', command: ['sh', '-c', 'echo fine'] },
    { name: 'bad', command: ['sh', '-c', 'echo sorry >&2; exit 3'] },
    { name: 'absent', command: ['no-such-command'] },
  ])
  expect(results).toEqual([
    { name: 'good', passed: true, output: 'fine\n' },
    { name: 'bad', passed: false, output: 'sorry\n' },
    { name: 'absent', passed: false, output: expect.stringContaining('ENOENT') },
  ])
})
