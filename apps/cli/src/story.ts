import { sayOut } from '@kaohe/documents'
import { type Evaluation, type Proof, type StoryLine, prove } from '@kaohe/engine'
import type { Session } from './session.ts'

/** The explanation of one unit; of one that takes no part, why. */
export function unitStory(
  evaluation: Evaluation,
  unit: string,
  { language }: Pick<Session, 'language'>,
  tell: (proof: Proof) => readonly StoryLine[],
): readonly StoryLine[] {
  const result = evaluation.result(unit)
  if (result.eligible !== 'no') return tell(prove(evaluation, unit))
  return [
    { depth: 0, text: result.name },
    { depth: 1, text: sayOut(result, { language }) },
  ]
}

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
