/** `npm run mutate [-- PATH]`: changes the code in small ways and sees whether a test notices. */
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'

const [path] = process.argv.slice(2)
const isFolder = path !== undefined && statSync(path).isDirectory()
const pattern = isFolder ? `${path.replace(/\/$/, '')}/**/*.ts` : path
const limit = pattern === undefined ? [] : ['--mutate', `${pattern},!**/*.test.ts`]

const { status } = spawnSync('stryker', ['run', ...limit], { stdio: 'inherit' })
process.exitCode = status ?? 1
