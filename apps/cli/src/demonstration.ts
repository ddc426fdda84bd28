import { join } from 'node:path'
import { resultWorkbook, template } from '@kaohe/documents'
import { type Evaluation, type Proof, tellProof } from '@kaohe/engine'
import { type Evaluated, resultsOf, scoreOf } from './evaluated.ts'
import { asText, pretty } from './output.ts'
import type { Session } from './session.ts'
import { storyText, unitStory } from './story.ts'
import { scoreTable } from './summary.ts'

const SHOWN = 8
const LINES = 14

/** The first ranked unit, or the first of all where nobody is ranked. */
function firstOf(evaluation: Evaluation): string {
  const results = evaluation.results()
  return (results.find((r) => r.rank === 1) ?? results[0])?.unit ?? ''
}

/** The head of a ranking and of one explanation. */
export async function demonstrated(all: Evaluated, session: Session): Promise<string> {
  const table = scoreTable(all, session)
  const rows = table.rows.slice(0, SHOWN)
  const more = session.say({
    zh: `（共 ${table.rows.length} 个单位，全部结果在工作簿里）`,
    en: `(${table.rows.length} units; the workbook has all results)`,
  })
  const { evaluation } = all
  const tell = (proof: Proof) => tellProof(proof, 2)
  const story = unitStory(evaluation, firstOf(evaluation), session, tell)
  return [
    `\n━━ ${all.loaded.scheme.name}`,
    (await asText([{ ...table, rows }])).trimEnd(),
    ...(table.rows.length > SHOWN ? [more] : []),
    '',
    storyText(story.slice(0, LINES)),
    ...(story.length > LINES + 1 ? ['  ……'] : []),
    storyText(story.slice(LINES).slice(-1)),
  ].join('\n')
}

function stories({ evaluation }: Evaluated, session: Session): string {
  const tell = (proof: Proof) => tellProof(proof, 3)
  const all = evaluation.readings.map(({ unit }) => unitStory(evaluation, unit.id, session, tell))
  return `${all.map(storyText).join('\n\n')}\n`
}

/** Leaves a workbook to fill in, the results as workbook and as JSON, and all explanations. */
export async function keep(
  all: Evaluated,
  out: string,
  session: Session,
): Promise<readonly string[]> {
  const { scheme } = all.loaded
  const files: readonly (readonly [string, string | Uint8Array])[] = [
    ['填报.xlsx', await template(scheme, { units: all.dataset.units })],
    ['结果.xlsx', await resultWorkbook(resultsOf(all, session))],
    ['结果.json', `${pretty(scoreOf(all))}\n`],
    ['得分说明.txt', stories(all, session)],
  ]
  const written: string[] = []
  for (const [name, content] of files) {
    const path = join(out, `${scheme.id}-${name}`)
    await session.breathe()
    await session.write(path, content)
    written.push(path)
  }
  return written
}
