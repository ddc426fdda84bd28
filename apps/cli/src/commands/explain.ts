import { exports } from '@kaohe/documents'
import { type Proof, prove, tellItem, tellProof } from '@kaohe/engine'
import { type Command, type Given, Refusal } from '../command.ts'
import { type Evaluated, evaluated, resultsOf } from '../evaluated.ts'
import { FACTS_USAGE, QUIET } from '../load-facts.ts'
import { SCHEME_OPTIONS } from '../load-scheme.ts'
import { OUT_OPTIONS, checkOutput, emit } from '../output.ts'
import { papersOf } from '../papers.ts'
import type { Session } from '../session.ts'
import { storyMarkdown, storyText } from '../story.ts'

function depthOf(given: Given, session: Session): number {
  const depth = given.text('depth') ?? '2'
  if (/^[123]$/.test(depth)) return Number(depth)
  throw new Refusal(
    session.say({
      zh: `--depth 是 1、2 或 3，收到“${depth}”。`,
      en: `--depth is 1, 2 or 3; got “${depth}”.`,
    }),
    2,
  )
}

/** The units asked for by id or name; all when none is asked for. */
export function unitsAsked(
  given: Given,
  { evaluation }: Evaluated,
  session: Session,
): readonly string[] {
  const all = evaluation.readings.map((r) => r.unit)
  const asked = given.texts('unit')
  if (asked.length === 0) return all.map((u) => u.id)
  return asked.map((name) => {
    const found = all.find((u) => u.id === name || u.name === name)
    if (found !== undefined) return found.id
    throw new Refusal(
      session.say({ zh: `没有考核对象“${name}”。`, en: `There is no assessed unit “${name}”.` }),
    )
  })
}

function storyOf(proof: Proof, given: Given, depth: number, session: Session) {
  const id = given.text('item')
  const item = proof.items.find((i) => i.id === id || i.name === id)
  if (id !== undefined && item === undefined)
    throw new Refusal(session.say({ zh: `没有指标“${id}”。`, en: `There is no item “${id}”.` }))
  if (item === undefined) return tellProof(proof, depth)
  return [{ depth: 0, text: proof.unit.name }, ...tellItem(item, proof, depth)]
}

/** Explains scores: in sentences at three depths, or as proofs that `check` re-adds. */
export const explain: Command = {
  name: 'explain',
  about: { zh: '说明得分：从数据到规则、条款和分数', en: 'explain scores from facts to points' },
  usage: FACTS_USAGE,
  positionals: [1, 99],
  options: {
    unit: {
      type: 'string',
      multiple: true,
      value: { zh: '单位', en: 'unit' },
      about: { zh: '只说明这个单位，可写多次', en: 'only this unit; repeatable' },
    },
    item: {
      type: 'string',
      value: { zh: '指标', en: 'item' },
      about: { zh: '只说明这个指标', en: 'only this item' },
    },
    depth: {
      type: 'string',
      value: { zh: '1|2|3', en: '1|2|3' },
      about: {
        zh: '1 一句话，2 加规则各部分，3 加数据和支撑材料',
        en: '1 a sentence, 2 parts of rules, 3 facts and evidence',
      },
    },
    ...SCHEME_OPTIONS,
    ...QUIET,
    ...OUT_OPTIONS,
  },
  async run(given, session) {
    const depth = depthOf(given, session)
    checkOutput(given, session)
    const all = await evaluated(given, session)
    const units = unitsAsked(given, all, session)
    const proofs = units.map((unit) => prove(all.evaluation, unit))
    const stories = () => proofs.map((proof) => storyOf(proof, given, depth, session))
    await emit(
      {
        json: () => papersOf(all.evaluation, units),
        text: () => stories().map(storyText).join('\n\n'),
        markdown: () => stories().map(storyMarkdown).join('\n\n'),
        tables: () =>
          exports
            .filter((e) => e.name === 'explanations')
            .map((e) => e.make({ ...resultsOf(all, session), proofs })),
      },
      given,
      session,
    )
    return 0
  },
}
