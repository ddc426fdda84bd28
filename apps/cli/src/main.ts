import { parseArgs } from 'node:util'
import { type Command, type Exit, type Given, Refusal } from './command.ts'
import { commands } from './commands/list.ts'
import { help, helpOf } from './help.ts'
import { Session } from './session.ts'
import type { Streams } from './streams.ts'

const COMMON = { lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const

function languageOf(argv: readonly string[]): 'zh' | 'en' {
  const at = argv.findIndex((a) => a === '--lang' || a.startsWith('--lang='))
  const value = at < 0 ? undefined : argv[at]?.includes('=') ? argv[at]?.slice(7) : argv[at + 1]
  return value === 'en' ? 'en' : 'zh'
}

function parse(command: Command, argv: readonly string[]): Given {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, o]) => [
      name,
      { type: o.type, multiple: o.multiple ?? false },
    ]),
  )
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { ...options, ...COMMON },
    allowPositionals: true,
    strict: true,
  })
  const given = values as Record<string, string | boolean | (string | boolean)[] | undefined>
  return {
    positionals,
    text: (name) => (typeof given[name] === 'string' ? given[name] : undefined),
    texts: (name) => [given[name] ?? []].flat().filter((v) => typeof v === 'string'),
    flag: (name) => given[name] === true,
  }
}

function misuse(error: unknown, command: Command, session: Session): Exit {
  const detail = error instanceof Error ? error.message : String(error)
  session.note(session.say({ zh: `命令写得不对：${detail}`, en: `Misuse: ${detail}` }))
  session.note(helpOf(command, session.language))
  return 2
}

async function runCommand(
  command: Command,
  argv: readonly string[],
  session: Session,
): Promise<Exit> {
  let given: Given
  try {
    given = parse(command, argv)
  } catch (error) {
    return misuse(error, command, session)
  }
  if (given.flag('help')) {
    session.print(helpOf(command, session.language))
    return 0
  }
  const [least, most] = command.positionals
  if (given.positionals.length < least || given.positionals.length > most)
    return misuse(
      session.say({ zh: '参数的个数不对', en: 'wrong number of arguments' }),
      command,
      session,
    )
  return command.run(given, session)
}

/** Runs the tool. @returns the exit code: 0 fine, 1 findings or refused input, 2 misuse, 130 interrupted */
export async function main(
  argv: readonly string[],
  streams: Streams,
  signal: AbortSignal,
): Promise<number> {
  const session = new Session(streams, languageOf(argv), signal)
  const [name, ...rest] = argv
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    session.print(help(commands, session.language))
    return name === undefined ? 2 : 0
  }
  const command = commands.find((c) => c.name === name)
  if (command === undefined) {
    session.note(session.say({ zh: `没有命令“${name}”。`, en: `No command “${name}”.` }))
    session.note(help(commands, session.language))
    return 2
  }
  try {
    return await runCommand(command, rest, session)
  } catch (error) {
    if (signal.aborted) {
      session.note(
        session.say({ zh: '已中断，没有写出任何文件。', en: 'Interrupted; nothing was written.' }),
      )
      return 130
    }
    if (!(error instanceof Refusal)) throw error
    session.note(error.message)
    return error.exit
  }
}
