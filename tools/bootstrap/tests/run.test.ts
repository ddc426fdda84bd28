import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { npmCommand } from '../install.mjs'
import { commandLine } from '../run.mjs'

test('a script runs under the chosen Node, a command as it is', () => {
  expect(commandLine(true, ['tools/a.ts', 'x'])[0]).toMatch(/\.bin[\\/]node$/)
  expect(commandLine(false, ['tools/a.mjs'])).toEqual([process.execPath, 'tools/a.mjs'])
  expect(commandLine(true, ['tsc', '-p', '.'])).toEqual(['tsc', '-p', '.'])
})

test('npm is the one that started us, else the one on the PATH', () => {
  expect(npmCommand({ npm_execpath: '/x/npm-cli.js' })).toEqual([process.execPath, '/x/npm-cli.js'])
  expect(npmCommand({})).toEqual(['npm'])
})

/** Through run() alone: the whole bootstrap might install, and that would pull the floor from under the tests. */
function runApart(command: readonly string[]) {
  const module = JSON.stringify(new URL('../run.mjs', import.meta.url))
  const script = `import { run } from ${module}
    process.exitCode = await run(true, ${JSON.stringify(command)})`
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
}

test('the exit code of the command is ours', () => {
  expect(runApart(['sh', '-c', 'exit 7']).status).toBe(7)
})

test('a command ended by a signal gives the exit code a shell would give', () => {
  expect(runApart(['sh', '-c', 'kill -TERM $$']).status).toBe(128 + 15)
})

test('a command that does not exist fails with a sentence', () => {
  const { status, stderr } = runApart(['no-such-command'])
  expect(status).toBe(1)
  expect(stderr).toContain('无法运行 no-such-command')
})

test('the Node of the project comes first on the PATH', () => {
  const { stdout } = runApart(['node', '-p', 'process.versions.node'])
  expect(Number.parseInt(stdout, 10)).toBeGreaterThanOrEqual(24)
})
