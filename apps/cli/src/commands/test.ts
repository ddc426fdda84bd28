import { join } from 'node:path'
import { type CaseOutcome, casesIn, outcomeOf } from '../cases/run.ts'
import type { Command } from '../command.ts'
import { readScheme } from '../load-scheme.ts'
import type { Session } from '../session.ts'

const decoder = new TextDecoder()

async function outcomes(folder: string, session: Session, given: Parameters<typeof readScheme>[1]) {
  const { main, files, read } = await readScheme(folder, given, session)
  const paths = await session.list(join(folder, 'cases'), ['.yaml', '.yml'])
  const read1 = await Promise.all(paths.map((path) => session.read(path)))
  const cases = read1.flatMap(({ path, bytes }) => {
    const file = { path, text: decoder.decode(bytes) }
    return casesIn(file).map((record) => ({ file, record }))
  })
  const progress = session.progress({ zh: '算例', en: 'cases' })
  const results: CaseOutcome[] = []
  const readings = read.readings.map((r) => r.id)
  for (const { file, record } of cases) {
    results.push(outcomeOf(file, record, files, main, readings))
    await progress.at(results.length, cases.length)
  }
  progress.done()
  return results
}

function printOutcome({ file, name, differences }: CaseOutcome, session: Session): void {
  session.print(
    `${differences.length === 0 ? '通过' : '不通过'} ${name}（${file.split('/').at(-1)}）`,
  )
  for (const d of differences)
    session.print(`  ${d.unit} ${d.what}：应为 ${d.expected}，算得 ${d.found}`)
}

export const test: Command = {
  name: 'test',
  about: { zh: '核对方案旁边的算例', en: 'check the cases beside a scheme' },
  usage: { zh: '<方案文件夹>', en: '<scheme folder>' },
  positionals: [1, 1],
  options: {
    format: {
      type: 'string',
      value: { zh: 'text|json', en: 'text|json' },
      about: { zh: '输出的形式', en: 'form of the output' },
    },
  },
  async run(given, session) {
    const results = await outcomes(given.positionals[0] ?? '', session, given)
    const failed = results.filter((r) => r.differences.length > 0)
    if (given.text('format') === 'json') {
      const cases = results.map(({ file, name, differences }) => ({
        file,
        name,
        ok: differences.length === 0,
        differences,
      }))
      session.print(JSON.stringify({ cases }, null, 2))
    } else {
      for (const outcome of results) printOutcome(outcome, session)
      session.print(`${results.length - failed.length} 个通过，${failed.length} 个不通过`)
    }
    return failed.length === 0 && results.length > 0 ? 0 : 1
  },
}
