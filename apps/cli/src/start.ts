import { interruptOf } from './interrupt.ts'
import { main } from './main.ts'

// A reader that goes away (`| head`) ends the output, not the tool with a stack trace.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await main(
  process.argv.slice(2),
  { out: process.stdout, err: process.stderr },
  interruptOf(process),
)
