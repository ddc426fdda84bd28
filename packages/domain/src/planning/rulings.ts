import { addMember, partOf, replacePart } from '@kaohe/scheme'

/** What a meeting decided about a clause. */
export interface Decided {
  readonly body: string
  readonly on: string
  readonly reason: string
}

/** A clause that was not clear and how it is to be read, where no reading offers the choice yet. */
export interface NewReading {
  readonly id: string
  readonly clause: string
  readonly question: string
  readonly answer: string
}

const text = (value: string): string => JSON.stringify(value)

function decision({ body, on, reason }: Decided): string {
  return `决定: {人: ${text(body)}, 日期: ${on}, 理由: ${text(reason)}}`
}

// Without the keywords at the top of the block, nor what is written under them.
function without(block: string, keywords: readonly string[]): string {
  let skipping = false
  const kept = block.split('\n').filter((line) => {
    if (/^\S/.test(line)) skipping = keywords.some((word) => line.startsWith(`${word}:`))
    return !skipping
  })
  return kept.join('\n').trimEnd()
}

/**
 * The readings with one of them settled by a decision.
 * @returns undefined when there is no such reading, or it is written on one line
 */
export function settleReading(
  readings: string,
  reading: string,
  option: string,
  decided: Decided,
): string | undefined {
  const path = `口径/${reading}`
  const block = partOf(readings, path)
  if (block === undefined || block.startsWith('{')) return undefined
  const settled = `${without(block, ['采用', '决定'])}\n采用: ${option}\n${decision(decided)}\n`
  return replacePart(readings, path, settled)
}

/**
 * The readings with a new one that says how a clause is read; it changes no rule by itself.
 * @param readings null when the scheme has none yet
 */
export function addReading(
  readings: string | null,
  scheme: string,
  { id, clause, question, answer }: NewReading,
  decided: Decided,
): string | undefined {
  const lines = [
    `编号: ${id}`,
    `条款: ${text(clause)}`,
    '种类: 口径',
    `问题: ${text(question)}`,
    '选项:',
    '  - 编号: decided',
    `    说明: ${text(answer)}`,
    '    修改: []',
    '采用: decided',
    decision(decided),
  ]
  return addMember(readings ?? `方案: ${scheme}\n`, '口径', lines.join('\n'))
}
