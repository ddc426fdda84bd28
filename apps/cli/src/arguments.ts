import { parseArgs } from 'node:util'
import { type Command, type Given, Refusal, type Words } from './command.ts'
import { near } from './near.ts'
import type { Session } from './session.ts'

const COMMON = { help: { type: 'boolean', short: 'h' } } as const

/** What is wrong with a command line, in words. */
type Wrong = (words: Words) => Refusal

// What the parser says is English prose; the option that it quotes is all that is needed of it.
async function toldBy(error: unknown, known: readonly string[]): Promise<Words> {
  const { code, message } = error as { readonly code?: string; readonly message: string }
  const option = /'(-[^' ]*)/.exec(message)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const guess = await near(option, known)
    return {
      zh: `没有选项 ${option}${guess.zh === '' ? '' : `，${guess.zh}`}`,
      en: `there is no option ${option}${guess.en === '' ? '' : `;${guess.en.toLowerCase()}`}`,
    }
  }
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return { zh: message, en: message }
  return message.includes('does not take')
    ? { zh: `选项 ${option} 后面不写值`, en: `the option ${option} takes no value` }
    : { zh: `选项 ${option} 后面要写值`, en: `the option ${option} needs a value` }
}

function optionsOf(command: Command) {
  const own = Object.entries(command.options).map(([name, { type, multiple = false }]) => [
    name,
    { type, multiple },
  ])
  return { ...Object.fromEntries(own), ...COMMON }
}

/**
 * What was written after the name of a command.
 * @throws Refusal for an unknown option, or one without its value
 */
export async function parse(
  command: Command,
  argv: readonly string[],
  wrong: Wrong,
): Promise<Given> {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: optionsOf(command),
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
  } catch (error) {
    const known = Object.keys(optionsOf(command)).map((name) => `--${name}`)
    throw wrong(await toldBy(error, known))
  }
}

/** The language of the messages, undefined for one that the tool does not speak, and the other words. */
export function languageOf(argv: readonly string[]): {
  readonly language: 'zh' | 'en' | undefined
  readonly rest: readonly string[]
} {
  const at = argv.findIndex((a) => a === '--lang' || a.startsWith('--lang='))
  if (at < 0) return { language: 'zh', rest: argv }
  const joined = argv[at]?.startsWith('--lang=') === true
  const value = joined ? argv[at]?.slice('--lang='.length) : argv[at + 1]
  const language = value === 'zh' || value === 'en' ? value : undefined
  return { language, rest: argv.toSpliced(at, joined ? 1 : 2) }
}

/** @throws Refusal when there are too many or too few positionals */
export function counted(command: Command, given: Given, wrong: Wrong): void {
  const [least, most] = command.positionals
  const { length } = given.positionals
  if (length < least) throw wrong({ zh: '少写了参数', en: 'an argument is missing' })
  const extra = given.positionals[most]
  if (length > most) throw wrong({ zh: `多写了“${extra}”`, en: `“${extra}” is too much` })
}

const ended = (words: string, question: string, stop: string): string =>
  words.endsWith(question) ? words : `${words}${stop}`

/** A refusal that shows how the command is used. */
export function misuse(command: string, session: Session): Wrong {
  return (words) =>
    new Refusal(
      session.say({
        zh: `命令写得不对：${ended(words.zh, '？', '。')}用法见 kaohe ${command} --help。`,
        en: `Misuse: ${ended(words.en, '?', '.')} See kaohe ${command} --help.`,
      }),
      2,
    )
}
