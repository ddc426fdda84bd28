import { exports } from '@kaohe/documents'
import { type Proof, type Scheme, tellItem, tellProof } from '@kaohe/engine'
import { type Command, type Given, Refusal, type Words } from '../command.ts'
import { type Evaluated, evaluated, resultsOf } from '../evaluated.ts'
import { FACTS_USAGE, QUIET } from '../load-facts.ts'
import { SCHEME_OPTIONS } from '../load-scheme.ts'
import { near } from '../near.ts'
import { OUT_OPTIONS, checkOutput, emit } from '../output.ts'
import { papersOf } from '@kaohe/bundle'
import { sha256 } from '../digest.ts'
import type { Session } from '../session.ts'
import { storyMarkdown, storyText, unitStory } from '../story.ts'

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

type Named = { readonly id: string; readonly name: string }

/** What is meant by an id or a name. @throws Refusal with the nearest name where nothing is */
async function named<T extends Named>(
  asked: string,
  all: readonly T[],
  what: Words,
  session: Session,
): Promise<T> {
  const found = all.find(({ id, name }) => id === asked || name === asked)
  if (found !== undefined) return found
  const guess = await near(
    asked,
    all.flatMap(({ id, name }) => [name, id]),
  )
  throw new Refusal(
    session.say({
      zh: `没有${what.zh}“${asked}”。${guess.zh}`,
      en: `There is no ${what.en} “${asked}”.${guess.en}`,
    }),
  )
}

/** The units asked for by id or name; all when none is asked for. */
export async function unitsAsked(
  given: Given,
  { evaluation }: Evaluated,
  session: Session,
): Promise<readonly string[]> {
  const all = evaluation.readings.map((r) => r.unit)
  const asked = given.texts('unit')
  if (asked.length === 0) return all.map((u) => u.id)
  const what = { zh: '考核对象', en: 'assessed unit' }
  return Promise.all(asked.map(async (name) => (await named(name, all, what, session)).id))
}

async function itemAsked(given: Given, { items }: Scheme, session: Session) {
  const asked = given.text('item')
  const what = { zh: '指标', en: 'item' }
  return asked === undefined ? undefined : (await named(asked, items, what, session)).id
}

function storyOf(proof: Proof, id: string | undefined, depth: number) {
  const item = proof.items.find((one) => one.id === id)
  if (item === undefined) return tellProof(proof, depth)
  return [{ depth: 0, text: proof.unit.name }, ...tellItem(item, proof, depth)]
}

/** Explains scores: in sentences at three depths, or as proofs that `check` re-adds. */
export const explain: Command = {
  name: 'explain',
  about: {
    zh: '说明得分：从数据到规则、条款和分数',
    en: 'explain scores from facts to points, in Chinese',
  },
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
    const units = await unitsAsked(given, all, session)
    const item = await itemAsked(given, all.loaded.scheme, session)
    const stories = () =>
      units.map((unit) =>
        unitStory(all.evaluation, unit, session, (proof) => storyOf(proof, item, depth)),
      )
    const asked = () => {
      const { proofs = [], ...results } = resultsOf(all, session)
      return {
        ...results,
        units: results.units.filter((u) => units.includes(u.unit)),
        proofs: proofs.filter((p) => units.includes(p.unit.id)),
      }
    }
    await emit(
      {
        json: () => papersOf(all.evaluation, sha256, units),
        text: () => stories().map(storyText).join('\n\n'),
        markdown: () => stories().map(storyMarkdown).join('\n\n'),
        tables: () => exports.filter((e) => e.name === 'explanations').map((e) => e.make(asked())),
      },
      given,
      session,
    )
    return 0
  },
}
