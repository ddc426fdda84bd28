import { counted, languageOf, misuse, parse } from './arguments.ts'
import { type Command, type Exit, Refusal } from './command.ts'
import { commands } from './commands/list.ts'
import { help, helpOf } from './help.ts'
import { type Interrupt, NEVER } from './interrupt.ts'
import { Session } from './session.ts'
import { ofServer } from './of-server.ts'
import { near } from './near.ts'
import type { Streams } from './streams.ts'

async function runCommand(
  command: Command,
  argv: readonly string[],
  session: Session,
): Promise<Exit> {
  const wrong = misuse(command.name, session)
  const given = await parse(command, argv, wrong)
  if (given.flag('help')) {
    session.print(helpOf(command, session.language))
    return 0
  }
  counted(command, given, wrong)
  return command.run(given, session)
}

async function listed(session: Session): Promise<string> {
  const own = await Promise.all(commands.map((c) => c.load()))
  return help([...own, ...ofServer], session.language)
}

async function unknownCommand(name: string, session: Session): Promise<Refusal> {
  const guess = await near(
    name,
    [...commands, ...ofServer].map((c) => c.name),
  )
  return new Refusal(
    session.say({
      zh: `没有命令“${name}”。${guess.zh}kaohe --help 列出全部命令。`,
      en: `There is no command “${name}”.${guess.en} kaohe --help lists all.`,
    }),
    2,
  )
}

async function dispatch(argv: readonly string[], session: Session): Promise<Exit> {
  const [name, ...rest] = argv.filter((a, i) => i > 0 || a !== 'help')
  if (name === undefined || name === '--help' || name === '-h') {
    session.print(await listed(session))
    return argv.length === 0 ? 2 : 0
  }
  const entry = commands.find((c) => c.name === name)
  if (entry !== undefined) return runCommand(await entry.load(), rest, session)
  throw await unknownCommand(name, session)
}

function interrupted(session: Session): 130 {
  session.note(
    session.say({ zh: '已中断，没有写出任何文件。', en: 'Interrupted; nothing was written.' }),
  )
  return 130
}

/** Runs the tool. @returns the exit code: 0 fine, 1 findings or refused input, 2 misuse, 130 interrupted */
export async function main(
  argv: readonly string[],
  streams: Streams,
  interrupt: Interrupt = NEVER,
): Promise<number> {
  const { language, rest } = languageOf(argv)
  const session = new Session(streams, language ?? 'zh', interrupt)
  if (language === undefined) {
    session.note('--lang 只有 zh 和 en。 --lang is zh or en.')
    return 2
  }
  try {
    return await dispatch(rest, session)
  } catch (error) {
    if (interrupt.signal.aborted) return interrupted(session)
    if (error instanceof Refusal) {
      session.note(error.message)
      return error.exit
    }
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    session.note(
      session.say({
        zh: `程序自身出错，不是输入的问题；请把下面的内容报告给维护者。\n${detail}`,
        en: `The tool itself failed; please report this.\n${detail}`,
      }),
    )
    return 1
  }
}
