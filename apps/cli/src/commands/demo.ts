import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Evaluation, prove, tellProof } from '@kaohe/engine'
import {
  column,
  exports,
  formats,
  resultWorkbook,
  type Table,
  table,
  template,
} from '@kaohe/documents'
import { coverage as coverageOf, readPriorities } from '@kaohe/scheme'
import type { Command, Given } from '../command.ts'
import { type Evaluated, evaluated, resultsOf, scoreOf } from '../evaluated.ts'
import type { Session } from '../session.ts'

const SCHEMES = ['neimenggu-2020', 'dongguan-2017', 'ganzhou-2023', 'guiyang-2021'] as const
const PLAN = 'neimenggu-2020-priorities'
const SHOWN = 8
const LINES = 14

const schemesFolder = () => fileURLToPath(new URL('../../../../schemes', import.meta.url))

const asked = (folder: string): Given => ({
  positionals: [folder],
  text: () => undefined,
  texts: () => [],
  flag: (name) => name === 'quiet',
})

/** The first ranked unit, or the first of all where nobody is ranked. */
function firstOf(evaluation: Evaluation): string {
  const results = evaluation.results()
  return (results.find((r) => r.rank === 1) ?? results[0])?.unit ?? ''
}

function shortRanking(evaluation: Evaluation): Table {
  const results = evaluation.results().toSorted((a, b) => (a.rank ?? 9999) - (b.rank ?? 9999))
  const rows = results.map((r) => [r.rank ?? null, r.name, r.total ?? null, r.grade ?? ''])
  const columns = [
    column('rank', '名次', 'count'),
    column('name', '单位'),
    column('total', '总分', 'points'),
    column('grade', '等次'),
  ]
  return table('ranking', '排名', columns, rows)
}

async function printScheme(all: Evaluated, session: Session): Promise<void> {
  const { evaluation, loaded } = all
  session.print(`\n━━ ${loaded.scheme.name}`)
  const ranking = shortRanking(evaluation)
  const text = formats.find((f) => f.ending === 'txt')
  session.print(String(await text?.write([{ ...ranking, rows: ranking.rows.slice(0, SHOWN) }])))
  if (ranking.rows.length > SHOWN)
    session.print(`（共 ${ranking.rows.length} 个单位，完整结果见工作簿）`)
  const story = tellProof(prove(evaluation, firstOf(evaluation)), 2).map(
    (l) => `${'  '.repeat(l.depth)}${l.text}`,
  )
  session.print(
    ['', ...story.slice(0, LINES), ...(story.length > LINES ? ['  ……'] : [])].join('\n'),
  )
}

async function keep(all: Evaluated, out: string, session: Session): Promise<void> {
  const { scheme } = all.loaded
  await session.write(
    join(out, `${scheme.id}-填报.xlsx`),
    await template(scheme, { units: all.dataset.units }),
  )
  await session.write(
    join(out, `${scheme.id}-结果.xlsx`),
    await resultWorkbook(resultsOf(all, session)),
  )
  await session.write(
    join(out, `${scheme.id}-结果.json`),
    `${JSON.stringify(scoreOf(all), null, 2)}\n`,
  )
  const stories = all.evaluation.readings.map(({ unit }) =>
    tellProof(prove(all.evaluation, unit.id), 3)
      .map((l) => `${'  '.repeat(l.depth)}${l.text}`)
      .join('\n'),
  )
  await session.write(join(out, `${scheme.id}-得分说明.txt`), `${stories.join('\n\n')}\n`)
}

async function printPlan(schemes: readonly Evaluated[], session: Session): Promise<void> {
  const path = join(schemesFolder(), PLAN, 'priorities.yaml')
  const { bytes } = await session.read(path)
  const { priorities } = readPriorities(new TextDecoder().decode(bytes), { file: path })
  const league = schemes.find((s) => s.loaded.scheme.id === 'neimenggu-2020')
  if (priorities === undefined || league === undefined) return
  const covered = coverageOf(priorities, league.loaded.scheme)
  session.print(`\n━━ ${priorities.name}`)
  session.print(
    `${covered.tasks.length} 项任务：${covered.tasks.length - covered.uncovered.length} 项有指标，${covered.uncovered.length} 项没有指标、要另行督办，${covered.outOfReach.length} 项的责任方都不在考核范围内。`,
  )
}

/** The demonstration schemes scored and explained; workbooks and results are left to open. */
export const demo: Command = {
  name: 'demo',
  about: {
    zh: '演示：四个方案的排名与说明、工作要点的对应，并留下工作簿',
    en: 'the demonstration schemes scored and explained',
  },
  usage: { zh: '', en: '' },
  positionals: [0, 0],
  options: {
    out: {
      type: 'string',
      value: { zh: '文件夹', en: 'folder' },
      about: {
        zh: '工作簿和结果放在哪里，默认 demo',
        en: 'where to leave workbooks; demo by default',
      },
    },
  },
  async run(given, session) {
    const out = given.text('out') ?? 'demo'
    const all: Evaluated[] = []
    for (const id of SCHEMES) {
      const one = await evaluated(asked(join(schemesFolder(), id)), session)
      await printScheme(one, session)
      await keep(one, out, session)
      all.push(one)
    }
    await printPlan(all, session)
    session.print(`\n填报工作簿、结果和得分说明在 ${out} 文件夹里，可以直接打开。`)
    return 0
  },
}
