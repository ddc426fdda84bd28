import { BundleFault, coreIn, recomputed } from '@kaohe/bundle'
import { type BundleFiles, type BundleReport, checkBundle, sha256 } from '@kaohe/checker'

/** One thing that was looked at: what, whether it holds, and what was found. */
export interface Finding {
  readonly what: string
  readonly holds: boolean
  readonly found: string
}

/** One unit of the result, for looking at. */
export interface Line {
  readonly name: string
  readonly total: string
  readonly rank: string
  readonly grade: string
}

export interface Verdict {
  readonly title: string
  readonly about: readonly string[]
  readonly findings: readonly Finding[]
  readonly lines: readonly Line[]
  /** Places that do not hold, the first of them. */
  readonly faults: readonly string[]
}

type Json = Readonly<Record<string, unknown>>

const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

function jsonIn(files: BundleFiles, path: string): Json {
  try {
    const value: unknown = JSON.parse(decode(files.get(path)))
    return typeof value === 'object' && value !== null ? (value as Json) : {}
  } catch {
    return {}
  }
}

const said = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? `${value}` : ''

function again(files: BundleFiles): Finding {
  const what = '由方案和数据重新计算'
  const hash = (text: string): string => sha256(new TextEncoder().encode(text))
  try {
    const differs = recomputed(coreIn(files), hash)
    const found = differs.length === 0 ? '结果和得分说明逐字节相同' : `不同：${differs.join('、')}`
    return { what, holds: differs.length === 0, found }
  } catch (error) {
    if (!(error instanceof BundleFault)) throw error
    return { what, holds: false, found: error.message }
  }
}

const NOTHING: Finding = { what: '结果包', holds: false, found: '这里面没有结果包的内容' }

function ownFindings({ faults, files, proofs, steps, logged }: BundleReport): readonly Finding[] {
  const wrong = (pattern: RegExp): number => faults.filter(({ at }) => pattern.test(at)).length
  const one = (what: string, pattern: RegExp, found: string): Finding => {
    const count = wrong(pattern)
    return { what, holds: count === 0, found: count === 0 ? found : `${count} 处不符` }
  }
  const log = logged === 0 ? '结果包里没有日志证明' : `审定记在日志里，指的就是这一份`
  return [
    one(
      '文件没有被改动',
      /^(?:bundle\.json(?: digest)?|core\/\S+)$/,
      `${files} 个文件的校验值相符`,
    ),
    one('得分说明逐步加总', /^core\/proofs\.json ./, `${proofs} 份，${steps} 步`),
    one('结果与得分说明一致', /^core\/result\.json ./, '各单位的总分相同'),
    one('操作日志', /^bundle\.json log/, log),
  ]
}

function aboutOf(about: Json, digest: string): readonly string[] {
  const snapshot = (about.snapshot ?? {}) as Json
  const ratified = (about.ratified ?? {}) as Json
  const number = said(ratified.number)
  return [
    said(about.committee),
    `${said(snapshot.name)}，${said(snapshot.at).slice(0, 10)} 冻结`,
    `${said(ratified.on)} ${said(ratified.body)}审定${number === '' ? '' : `（${number}）`}`,
    `校验码 ${digest}`,
  ]
}

function linesOf(result: Json): readonly Line[] {
  const units = Array.isArray(result.units) ? (result.units as readonly Json[]) : []
  return units
    .filter(({ eligible }) => eligible !== 'no')
    .map(({ name, total, rank, grade }) => ({
      name: said(name),
      total: said(total) || '未定',
      rank: said(rank) || '—',
      grade: said(grade) || '—',
    }))
}

const FAULTS_SHOWN = 20

/** Checks an unpacked bundle in every way: by itself, and by computing it again. */
export function verify(files: BundleFiles): Verdict {
  const report = checkBundle(files)
  const about = jsonIn(files, 'bundle.json')
  return {
    title: said(about.title) || '没有名称',
    about: aboutOf(about, report.digest),
    findings: report.files === 0 ? [NOTHING] : [...ownFindings(report), again(files)],
    lines: linesOf(jsonIn(files, 'core/result.json')),
    faults: report.faults
      .slice(0, FAULTS_SHOWN)
      .map(({ at, found, expected }) => `${at}：写的是 ${found}，应为 ${expected}`),
  }
}
