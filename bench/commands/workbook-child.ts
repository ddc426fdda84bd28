/** Reads one workbook in a process of its own. Prints rows, milliseconds from the bytes on, and the peak of memory. */
import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { READERS } from '../workbook/readers.ts'

const [, , name = '', path = ''] = process.argv
// As the command line sets it for itself (apps/cli/src/start.ts); a reader of the library alone need not.
if (name === 'ours') setFlagsFromString('--semi-space-growth-factor=1')
const bytes = readFileSync(path)
const from = performance.now()
const rows = await READERS[name]!(bytes)
const milliseconds = performance.now() - from
const megabytes = process.resourceUsage().maxRSS / 1024
process.stdout.write(JSON.stringify({ rows, milliseconds, megabytes }))
