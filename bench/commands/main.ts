/** The names that can be measured. */
import { cold } from './cold.ts'
import { explain } from './explain.ts'
import { growth } from './growth.ts'
import { incremental } from './incremental.ts'
import { live } from './live.ts'
import { memory } from './memory.ts'
import { options, type Options } from './options.ts'
import { scoring } from './scoring.ts'
import { serving } from './serving.ts'
import { startUp } from './start.ts'
import { workbook } from './workbook.ts'

const COMMANDS: Record<string, (o: Options) => Promise<boolean>> = {
  scoring,
  growth,
  cold,
  incremental,
  explain,
  memory,
  start: startUp,
  serving,
  live,
  workbook,
}

const o = options(process.argv.slice(2))
const command = COMMANDS[o.name]
if (!command) {
  console.error(`no benchmark ${o.name}; there are ${Object.keys(COMMANDS).join(', ')}`)
  process.exit(2)
}
console.log(`${o.name}: node ${process.version}, ${o.units} units, ${o.rounds} rounds`)
process.exit((await command(o)) ? 0 : 1)
