/** The names that can be measured. */
import { growth } from './growth.ts'
import { options, type Options } from './options.ts'
import { scoring } from './scoring.ts'

const COMMANDS: Record<string, (o: Options) => Promise<boolean>> = { scoring, growth }

const o = options(process.argv.slice(2))
const command = COMMANDS[o.name]
if (!command) {
  console.error(`no benchmark ${o.name}; there are ${Object.keys(COMMANDS).join(', ')}`)
  process.exit(2)
}
console.log(`${o.name}: node ${process.version}, ${o.units} units, ${o.rounds} rounds`)
process.exit((await command(o)) ? 0 : 1)
