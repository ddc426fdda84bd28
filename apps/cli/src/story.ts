import type { StoryLine } from '@kaohe/engine'

/** An explanation as indented text. */
export function storyText(lines: readonly StoryLine[]): string {
  return lines.map(({ depth, text }) => `${'  '.repeat(depth)}${text}`).join('\n')
}

const plain = (text: string): string => text.replaceAll(/[\\`*_<]/g, (mark) => `\\${mark}`)

/** An explanation as Markdown: the total as a heading, the rest as nested lists. */
export function storyMarkdown(lines: readonly StoryLine[]): string {
  const line = ({ depth, text }: StoryLine): string =>
    depth === 0 ? `# ${plain(text)}\n` : `${'  '.repeat(depth - 1)}- ${plain(text)}`
  return lines.map(line).join('\n')
}
