/** `npm run verify -- NAME [--scale S]`: checks that need outside tools or long runs, one file each in tools/verify/. */
import { fileURLToPath } from 'node:url'
import { verify } from './testing/verify.ts'

const folder = fileURLToPath(new URL('verify/', import.meta.url))
process.exitCode = await verify(folder, process.argv.slice(2))
