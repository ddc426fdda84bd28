import { BundleFault, coreIn, recomputed, unpack } from '@kaohe/bundle'
import { type BundleFiles, type BundleReport, checkBundle } from '@kaohe/checker'
import { type Exit, type Given, Refusal } from './command.ts'
import { sha256 } from './digest.ts'
import { emit } from './output.ts'
import type { InputFile, Session } from './session.ts'

function unpacked({ path, bytes }: InputFile, session: Session): BundleFiles {
  try {
    return unpack(bytes)
  } catch {
    throw new Refusal(
      session.say({
        zh: `${path} 不是结果包（zip 文件）；只核对 result.json 时，还要写明方案和数据。`,
        en: `${path} is no bundle (a zip file); to verify a result.json, name the scheme and the facts too.`,
      }),
    )
  }
}

interface Again {
  /** Files that differ when they are computed again. */
  readonly differs: readonly string[]
  /** Why it cannot be computed at all. */
  readonly why: string | null
}

function again(files: BundleFiles): Again {
  try {
    return { differs: recomputed(coreIn(files), sha256), why: null }
  } catch (error) {
    if (!(error instanceof BundleFault)) throw error
    return { differs: [], why: error.message }
  }
}

function toldAgain({ differs, why }: Again, session: Session): string {
  if (why !== null)
    return session.say({ zh: `不能重新计算：${why}`, en: `Cannot be computed: ${why}` })
  if (differs.length === 0)
    return session.say({
      zh: '由方案和数据重新计算：结果和得分说明逐字节相同。',
      en: 'Computed again from scheme and facts: result and proofs are the same to the byte.',
    })
  return session.say({
    zh: `由方案和数据重新计算：${differs.join('、')} 不同。`,
    en: `Computed again from scheme and facts: ${differs.join(', ')} differ.`,
  })
}

function toldReport(report: BundleReport, session: Session): readonly string[] {
  const { faults, files, proofs, steps, logged, digest } = report
  const log =
    logged === 0
      ? session.say({ zh: '没有日志证明', en: 'no proof of the log' })
      : session.say({ zh: '审定记在日志里，指的就是这一份', en: 'the log names this very bundle' })
  return [
    ...faults.map(({ at, found, expected }) =>
      session.say({
        zh: `不符：${at}，写的是 ${found}，应为 ${expected}`,
        en: `Wrong: ${at}, found ${found}, expected ${expected}`,
      }),
    ),
    session.say({
      zh: `${files} 个文件，${proofs} 份得分说明逐步加总（${steps} 步），${faults.length} 处不符；${log}。`,
      en: `${files} files, ${proofs} proofs added up again (${steps} steps), ${faults.length} faults; ${log}.`,
    }),
    session.say({ zh: `校验码 ${digest}`, en: `Digest ${digest}` }),
  ]
}

/** Checks a bundle by itself, and computes it again. @returns the exit code */
export async function verifyBundle(file: InputFile, given: Given, session: Session): Promise<Exit> {
  const files = unpacked(file, session)
  const report = checkBundle(files)
  const computed = again(files)
  const same = report.faults.length === 0 && computed.differs.length === 0 && computed.why === null
  const json = () => ({ same, ...report, ...computed })
  const text = () => [...toldReport(report, session), toldAgain(computed, session)].join('\n')
  await emit({ json, text }, given, session)
  return same ? 0 : 1
}
