import { type Fault, checkProof, checkRanks } from '@kaohe/checker'
import { type Command, type Given, Refusal } from '../command.ts'
import { evaluated } from '../evaluated.ts'
import { jsonIn } from '../json-file.ts'
import { QUIET } from '../load-facts.ts'
import { SCHEME_OPTIONS } from '../load-scheme.ts'
import { checkOutput, OUT_OPTIONS, emit } from '../output.ts'
import { papersOf } from '@kaohe/bundle'
import { sha256 } from '../digest.ts'
import { many } from '../plural.ts'
import type { Session } from '../session.ts'

type Wrong = Fault & { readonly unit: string }

/** What `explain --format json` writes: proofs, and the ranks with what they follow from. */
interface Papers {
  readonly proofs: readonly unknown[]
  readonly ranks: unknown
}

function unitOf(proof: unknown): string {
  const unit =
    typeof proof === 'object' && proof !== null && 'unit' in proof ? proof.unit : undefined
  return typeof unit === 'object' && unit !== null && 'name' in unit ? String(unit.name) : ''
}

function told({ unit, at, found, expected }: Wrong, session: Session): string {
  return session.say({
    zh: `${unit} ${at}：写的是 ${found}，应为 ${expected}`,
    en: `${unit} ${at}: found ${found}, expected ${expected}`,
  })
}

function notPapers(path: string, session: Session): Refusal {
  return new Refusal(
    session.say({
      zh: `${path} 不是 kaohe explain --format json 写出的得分说明。`,
      en: `${path} is not written by kaohe explain --format json.`,
    }),
  )
}

async function papersIn(path: string, session: Session): Promise<Papers> {
  const parsed = jsonIn(await session.read(path))
  if (typeof parsed !== 'object' || parsed === null) throw notPapers(path, session)
  if (!('proofs' in parsed)) {
    if (!('steps' in parsed)) throw notPapers(path, session)
    return { proofs: [parsed], ranks: null }
  }
  const { proofs } = parsed
  if (!Array.isArray(proofs)) throw notPapers(path, session)
  return { proofs, ranks: 'ranks' in parsed ? parsed.ranks : null }
}

async function fresh(given: Given, session: Session): Promise<Papers> {
  return papersOf((await evaluated(given, session)).evaluation, sha256)
}

const rowsIn = (ranks: unknown): readonly unknown[] =>
  typeof ranks === 'object' && ranks !== null && 'rows' in ranks && Array.isArray(ranks.rows)
    ? ranks.rows
    : []

function rankFaults(ranks: unknown): readonly Wrong[] {
  if (ranks === null) return []
  const rows = rowsIn(ranks)
  return checkRanks(ranks).map((fault) => {
    const row = rows[Number(/^rows\/(\d+)\//.exec(fault.at)?.[1])]
    const unit = typeof row === 'object' && row !== null && 'unit' in row ? String(row.unit) : ''
    return { unit, ...fault, at: `ranks/${fault.at}` }
  })
}

/** Adds proofs up again, and ranks again, with a program that knows nothing of schemes. */
export const check: Command = {
  name: 'check',
  about: {
    zh: '用独立的核对程序重新加总得分说明，重排名次',
    en: 're-add proofs and rank again with the independent checker',
  },
  usage: { zh: '<得分说明.json> 或 <方案> <数据…>', en: '<proofs.json> or <scheme> <facts…>' },
  positionals: [1, 99],
  options: { ...SCHEME_OPTIONS, ...QUIET, format: OUT_OPTIONS.format },
  async run(given, session) {
    checkOutput(given, session)
    const [first = '', ...rest] = given.positionals
    const alone = rest.length === 0 && first.endsWith('.json')
    const papers = alone ? await papersIn(first, session) : await fresh(given, session)
    const { proofs, ranks } = papers
    const reports = proofs.map((proof) => ({ unit: unitOf(proof), ...checkProof(proof) }))
    const steps = reports.reduce((sum, report) => sum + report.steps + report.rows, 0)
    const inProofs = reports.flatMap(({ unit, faults }) => faults.map((one) => ({ unit, ...one })))
    const wrong: readonly Wrong[] = [...inProofs, ...rankFaults(ranks)]
    const ranked = rowsIn(ranks).length
    const summary = session.say({
      zh: `${proofs.length} 份得分说明、${steps} 步重新计算，${ranked} 个名次重新排过，${wrong.length} 处对不上`,
      en: `${many(proofs.length, 'proof')}, ${many(steps, 'step')} computed again, ${many(ranked, 'rank')} found again, ${many(wrong.length, 'fault')}`,
    })
    const text = () => [...wrong.map((fault) => told(fault, session)), summary].join('\n')
    const json = () => ({ proofs: proofs.length, steps, ranks: ranked, faults: wrong })
    await emit({ json, text }, given, session)
    return wrong.length === 0 ? 0 : 1
  },
}
