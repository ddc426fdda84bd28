import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { coverage } from '@kaohe/scheme'
import type { Command, Given } from '../command.ts'
import { demonstrated, keep } from '../demonstration.ts'
import { type Evaluated, evaluated } from '../evaluated.ts'
import { loadPriorities } from '../load-priorities.ts'
import { OUT_OPTIONS, checkOutput, emit } from '../output.ts'
import type { Session } from '../session.ts'

const SCHEMES = ['neimenggu-2020', 'dongguan-2017', 'ganzhou-2023', 'guiyang-2021'] as const
const PLAN = 'neimenggu-2020-priorities'

const schemesFolder = () => fileURLToPath(new URL('../../../../schemes', import.meta.url))

const asked = (folder: string): Given => ({
  positionals: [folder],
  text: () => undefined,
  texts: () => [],
  flag: (name) => name === 'quiet',
})

interface Shown {
  readonly scheme: string
  readonly units: number
  readonly files: readonly string[]
  readonly text: string
}

async function shown(
  id: string,
  out: string,
  session: Session,
): Promise<Shown & { all: Evaluated }> {
  const all = await evaluated(asked(join(schemesFolder(), id)), session)
  const files = await keep(all, out, session)
  const text = await demonstrated(all, session)
  return { scheme: id, units: all.evaluation.readings.length, files, text, all }
}

async function planText(league: Evaluated, session: Session): Promise<string> {
  const plan = await loadPriorities(join(schemesFolder(), PLAN), session)
  const { tasks, uncovered, outOfReach } = coverage(plan, league.loaded.scheme)
  const said = session.say({
    zh: `${tasks.length} 项任务：${tasks.length - uncovered.length} 项有指标，${uncovered.length} 项没有指标、要另行督办，${outOfReach.length} 项的责任方都不在考核范围内。`,
    en: `${tasks.length} tasks: ${tasks.length - uncovered.length} have indicators, ${uncovered.length} have none, ${outOfReach.length} lie with parties that no scheme assesses.`,
  })
  return `\n━━ ${plan.name}\n${said}`
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
    format: OUT_OPTIONS.format,
  },
  async run(given, session) {
    const out = given.text('out') ?? 'demo'
    const printed: Given = { ...given, text: (n) => (n === 'out' ? undefined : given.text(n)) }
    checkOutput(printed, session)
    const live = (given.text('format') ?? 'table') === 'table'
    const all: (Shown & { all: Evaluated })[] = []
    for (const id of SCHEMES) {
      const one = await shown(id, out, session)
      all.push(one)
      if (live) session.print(one.text)
    }
    const [league] = all
    const plan = league === undefined ? '' : await planText(league.all, session)
    const last = session.say({
      zh: `\n填报工作簿、结果和得分说明在 ${out} 文件夹里，可以直接打开。`,
      en: `\nWorkbooks to fill in, results and explanations are in the folder ${out}.`,
    })
    const schemes = all.map(({ scheme, units, files }) => ({ scheme, units, files }))
    await emit({ json: () => ({ schemes }), text: () => `${plan}\n${last}` }, printed, session)
    return 0
  },
}
