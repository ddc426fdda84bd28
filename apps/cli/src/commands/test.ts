import { basename, dirname, join } from 'node:path'
import type { Difference } from '../cases/difference.ts'
import type { PlainRecord } from '../cases/plain.ts'
import { runPlanCase } from '../cases/plan.ts'
import { type CaseOutcome, casesIn, outcomeOf } from '../cases/read.ts'
import { runCase } from '../cases/run.ts'
import { type Command, type Given, Refusal } from '../command.ts'
import { loadPriorities } from '../load-priorities.ts'
import { loadScheme } from '../load-scheme.ts'
import { OUT_OPTIONS, checkOutput, emit } from '../output.ts'
import type { Session } from '../session.ts'

type Run = (record: PlainRecord) => readonly Difference[]

const PLAN_SUFFIX = '-priorities'

// The scheme of work points: the one named, or the folder beside that the points are named after.
async function schemeOfPlan(folder: string, named: string | undefined, session: Session) {
  if (named !== undefined) return named
  const own = basename(folder)
  const beside = join(dirname(folder), own.slice(0, -PLAN_SUFFIX.length))
  if (own.endsWith(PLAN_SUFFIX) && (await session.exists(beside))) return beside
  throw new Refusal(
    session.say({
      zh: '工作要点的算例要和方案一起核对：在要点文件夹后面写方案文件夹。',
      en: 'Cases of work points need a scheme: name its folder after that of the work points.',
    }),
    2,
  )
}

async function runOf(given: Given, session: Session): Promise<Run> {
  const [folder = '', named] = given.positionals
  if (await session.exists(join(folder, 'priorities.yaml'))) {
    const plan = await loadPriorities(folder, session)
    const path = await schemeOfPlan(folder, named, session)
    const { scheme } = await loadScheme(path, { ...given, positionals: [] }, session)
    return (record) => runPlanCase(record, plan, scheme)
  }
  // A scheme that cannot be read as it stands is told once, not case by case.
  const { path: main, files, read } = await loadScheme(folder, given, session)
  const readings = read.readings.map((r) => r.id)
  return (record) => runCase(record, { files, main, readings })
}

function noFolder(path: string, session: Session): Refusal {
  return new Refusal(
    session.say({
      zh: `${path} 不是文件夹：这里写方案或要点的文件夹，算例在它的 cases 里。`,
      en: `${path} is not a folder: name the folder of the scheme, with its cases inside.`,
    }),
  )
}

function noCases(folder: string, session: Session): Refusal {
  return new Refusal(
    session.say({
      zh: `${folder} 里没有算例：把算例写在 cases 文件夹的 .yaml 文件里，写法见 docs/cases.md。`,
      en: `${folder} has no cases: write them as .yaml files in its folder cases; see docs/cases.md.`,
    }),
  )
}

async function outcomes(given: Given, session: Session): Promise<readonly CaseOutcome[]> {
  const [folder = ''] = given.positionals
  if (!(await session.isFolder(folder))) throw noFolder(folder, session)
  const run = await runOf(given, session)
  const within = join(folder, 'cases')
  const found = await session.exists(within)
  const paths = found ? await session.list(within, ['.yaml', '.yml']) : []
  if (paths.length === 0) throw noCases(folder, session)
  const files = await Promise.all(paths.map((path) => session.read(path)))
  const cases = files.flatMap((file) =>
    casesIn({ path: file.path, text: session.decode(file) }, session.language).map((record) => ({
      file,
      record,
    })),
  )
  const progress = session.progress({ zh: '算例', en: 'cases' })
  const results: CaseOutcome[] = []
  for (const { file, record } of cases) {
    results.push(outcomeOf(file.path, record, run))
    await progress.at(results.length, cases.length)
  }
  progress.done()
  return results
}

const ok = ({ differences, refused }: CaseOutcome): boolean =>
  differences.length === 0 && refused === undefined

function refusedLines({ refused }: CaseOutcome, session: Session): string[] {
  if (refused === undefined) return []
  const [first = '', ...rest] = session.say(refused).split('\n')
  const lead = session.say({ zh: '算不了：', en: 'cannot be computed: ' })
  return [`  ${lead}${first}`, ...rest.map((line) => `    ${line}`)]
}

function told(outcome: CaseOutcome, session: Session): string {
  const { file, name, differences } = outcome
  const verdict = ok(outcome) ? { zh: '通过', en: 'passed' } : { zh: '不通过', en: 'failed' }
  const lines = differences.map((d) =>
    session.say({
      zh: `  ${`${d.unit} ${d.what}`.trim()}：应为 ${d.expected}，算得 ${d.found}`,
      en: `  ${`${d.unit} ${d.what}`.trim()}: expected ${d.expected}, found ${d.found}`,
    }),
  )
  const where = session.say({ zh: `（${basename(file)}）`, en: ` (${basename(file)})` })
  const why = refusedLines(outcome, session)
  return [`${session.say(verdict)} ${name}${where}`, ...why, ...lines].join('\n')
}

function textOf(results: readonly CaseOutcome[], session: Session): string {
  const passed = results.filter(ok).length
  const failed = results.length - passed
  const summary = session.say({
    zh: `${passed} 个通过，${failed} 个不通过`,
    en: `${passed} passed, ${failed} failed`,
  })
  return [...results.map((outcome) => told(outcome, session)), summary].join('\n')
}

/** Cases beside a scheme or beside work points, compared with what they expect. */
export const test: Command = {
  name: 'test',
  about: { zh: '核对方案或要点旁边的算例', en: 'check the cases beside a scheme or work points' },
  usage: {
    zh: '<方案文件夹> 或 <要点文件夹> [方案文件夹]',
    en: '<folder> or <work points> [scheme]',
  },
  positionals: [1, 2],
  options: { format: OUT_OPTIONS.format },
  async run(given, session) {
    checkOutput(given, session)
    const results = await outcomes(given, session)
    const json = () => ({
      cases: results.map((outcome) => ({
        file: outcome.file,
        name: outcome.name,
        ok: ok(outcome),
        differences: outcome.differences,
        refused: outcome.refused === undefined ? null : session.say(outcome.refused),
      })),
    })
    await emit({ json, text: () => textOf(results, session) }, given, session)
    return results.length > 0 && results.every(ok) ? 0 : 1
  },
}
