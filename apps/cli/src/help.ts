import type { Command } from './command.ts'

type Language = 'zh' | 'en'

/** The list of commands. */
export function help(commands: readonly Command[], language: Language): string {
  const width = Math.max(...commands.map((c) => c.name.length))
  const lines = commands.map((c) => `  ${c.name.padEnd(width)}  ${c.about[language]}`)
  const [usage, more] =
    language === 'zh'
      ? [
          '用法：kaohe <命令> [选项]',
          '每个命令加 --help 看用法；--lang en 用英文。退出码：0 正常，1 有问题或输入被拒，2 用法不对。',
        ]
      : [
          'Usage: kaohe <command> [options]',
          'Add --help to a command; --lang zh for Chinese. Exit codes: 0 fine, 1 findings or refused input, 2 misuse.',
        ]
  return [usage, '', ...lines, '', more].join('\n')
}

/** How one command is used. */
export function helpOf(command: Command, language: Language): string {
  const options = Object.entries(command.options).map(([name, option]) => {
    const value = option.value === undefined ? '' : ` <${option.value[language]}>`
    return `  --${name}${value}  ${option.about[language]}`
  })
  return [
    `kaohe ${command.name} ${command.usage[language]}`,
    command.about[language],
    ...options,
  ].join('\n')
}
