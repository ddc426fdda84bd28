/** `npm run mutate [-- PATH]`: changes the code in small ways and sees whether a test notices. */
import { spawnSync } from 'node:child_process'
import { globSync, statSync } from 'node:fs'

// Each change runs the tests of its package again: not those that start databases or draw random schemes.
const SLOW = /\/tests\/(sql|properties|kernel|random)\//

function testsOf(path: string): string[] {
  const [floor, name] = path.split('/')
  const all = globSync(`${floor}/${name}/{src,tests}/**/*.test.ts`)
  return all.filter((test) => !SLOW.test(test))
}

function optionsFor(path: string): string[] {
  const pattern = statSync(path).isDirectory() ? `${path.replace(/\/$/, '')}/**/*.ts` : path
  const changed = `${pattern},!**/*.test.ts,!**/tests/**`
  return ['--mutate', changed, '--testFiles', testsOf(path).join(',')]
}

const [path] = process.argv.slice(2)
const options = path === undefined ? [] : optionsFor(path)
const { status } = spawnSync('stryker', ['run', ...options], { stdio: 'inherit' })
process.exitCode = status ?? 1
