/** What `npm start` runs: the pages are built when they need to be, then the server comes up. */
import { buildPages } from './build-pages.ts'

await buildPages()
await import('./main.ts')
