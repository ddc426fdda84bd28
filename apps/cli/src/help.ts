import type { Command } from './command.ts'

type Language = 'zh' | 'en'

/** What the list of commands says of one. */
export type Listed = Pick<Command, 'name' | 'about'>

/** The list of commands. */
export function help(commands: readonly Listed[], language: Language): string {
  const width = Math.max(...commands.map((c) => c.name.length))
  const lines = commands.map((c) => `  ${c.name.padEnd(width)}  ${c.about[language]}`)
  const [usage, more] =
    language === 'zh'
      ? [
          '用法：kaohe <命令> [选项]',
          '每个命令加 --help 看用法；--lang en 用英文（得分说明、理由和方案的文字仍是中文）。退出码：0 正常，1 有问题或输入被拒，2 用法不对。',
        ]
      : [
          'Usage: kaohe <command> [options]',
          'Add --help to a command; --lang zh for Chinese. English covers messages, faults and headings: explanations, reasons and what schemes say stay Chinese, as schemes are. Exit codes: 0 fine, 1 findings or refused input, 2 misuse.',
        ]
  return [usage, '', ...lines, '', more].join('\n')
}

/** Chinese characters take two places on a terminal. */
function placesOf(text: string): number {
  return [...text].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1), 0)
}

/** How one command is used. */
export function helpOf(command: Command, language: Language): string {
  const options = Object.entries(command.options).map(([name, option]) => {
    const value = option.value === undefined ? '' : ` <${option.value[language]}>`
    return { written: `--${name}${value}`, about: option.about[language] }
  })
  const width = Math.max(0, ...options.map((o) => placesOf(o.written)))
  const lines = options.map(
    ({ written, about }) => `  ${written}${' '.repeat(width - placesOf(written))}  ${about}`,
  )
  const [usage, nothing] = language === 'zh' ? ['用法：', '没有选项'] : ['Usage: ', 'no options']
  return [
    `${usage}kaohe ${command.name} ${command.usage[language]}`.trimEnd(),
    command.about[language],
    '',
    ...(lines.length === 0 ? [`  ${nothing}`] : lines),
  ].join('\n')
}
