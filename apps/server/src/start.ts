/** What `npm start` runs: the pages are built when they need to be, then the server comes up. */
import { enableCompileCache } from 'node:module'
import { buildPages } from './build-pages.ts'

// What was compiled once is not compiled again: the second start takes half as long.
enableCompileCache()

try {
  await buildPages()
  await import('./main.ts')
} catch (error) {
  console.error(`考核没有启动：${error instanceof Error ? error.message : String(error)}`)
  if (process.env['LOG_LEVEL'] === 'debug') console.error(error)
  process.exit(1)
}
