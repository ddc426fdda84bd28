import { checkProof, type Fault } from '@kaohe/checker'
import { prove } from '@kaohe/engine'
import { type Command, Refusal } from '../command.ts'
import { digestOf } from '../digest.ts'
import { evaluated } from '../evaluated.ts'
import { QUIET } from '../load-facts.ts'
import { SCHEME_OPTIONS } from '../load-scheme.ts'
import { checkOutput, OUT_OPTIONS, emit } from '../output.ts'
import type { Session } from '../session.ts'

type Wrong = Fault & { readonly unit: string }

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

async function proofsIn(path: string, session: Session): Promise<readonly unknown[]> {
  const { bytes } = await session.read(path)
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (
      typeof parsed === 'object' &&
      parsed !== null &&
      'proofs' in parsed &&
      Array.isArray(parsed.proofs)
    )
      return parsed.proofs
    return [parsed]
  } catch {
    throw new Refusal(
      session.say({
        zh: `${path} 不是 kaohe explain --format json 写出的得分说明。`,
        en: `${path} is not written by kaohe explain --format json.`,
      }),
    )
  }
}

/** Adds proofs up again with a program that knows nothing of schemes. */
export const check: Command = {
  name: 'check',
  about: {
    zh: '用独立的核对程序重新加总得分说明',
    en: 're-add proofs with the independent checker',
  },
  usage: { zh: '<得分说明.json> 或 <方案> <数据…>', en: '<proofs.json> or <scheme> <facts…>' },
  positionals: [1, 99],
  options: { ...SCHEME_OPTIONS, ...QUIET, format: OUT_OPTIONS.format },
  async run(given, session) {
    checkOutput(given, session)
    const [first = '', ...rest] = given.positionals
    const alone = rest.length === 0 && first.endsWith('.json')
    const proofs = alone ? await proofsIn(first, session) : await fresh()
    const wrong: Wrong[] = []
    let steps = 0
    for (const proof of proofs) {
      const report = checkProof(proof)
      steps += report.steps + report.rows
      wrong.push(...report.faults.map((fault) => ({ unit: unitOf(proof), ...fault })))
    }
    const summary = session.say({
      zh: `${proofs.length} 份得分说明、${steps} 步重新计算，${wrong.length} 处对不上`,
      en: `${proofs.length} proofs, ${steps} steps computed again, ${wrong.length} faults`,
    })
    const text = () => [...wrong.map((fault) => told(fault, session)), summary].join('\n')
    const json = () => ({ proofs: proofs.length, steps, faults: wrong })
    await emit({ json, text }, given, session)
    return wrong.length === 0 ? 0 : 1

    async function fresh(): Promise<readonly unknown[]> {
      const { evaluation } = await evaluated(given, session)
      return evaluation.readings.map(({ unit }) => {
        const proof = prove(evaluation, unit.id)
        return { ...proof, digest: digestOf(proof) }
      })
    }
  },
}
