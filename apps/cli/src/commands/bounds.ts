import {
  type Interval,
  type Program,
  type Rational,
  boundsFor,
  boundsOf,
  formatRational,
} from '@kaohe/engine'
import { columnsOf } from '../columns.ts'
import type { Command } from '../command.ts'
import { SCHEME_OPTIONS, compiled, loadScheme } from '../load-scheme.ts'
import { checkOutput, OUT_OPTIONS, emit } from '../output.ts'
import { boundText } from '@kaohe/documents'
import type { Session } from '../session.ts'

const shown = (end: Interval['lo'], unbounded: string) =>
  end === null ? unbounded : formatRational(end)

interface Line {
  readonly id: string
  readonly name: string
  readonly clause: string | undefined
  readonly full: Rational | undefined
  readonly range: Interval
}

// Of each kind of assessee by itself, where they do not all have the same sheet.
function totalsByType(program: Program, session: Session): readonly Line[] {
  const lines = program.scheme.assessees.map(({ id, name }) => ({
    id,
    name: session.say({ zh: `总分（${name}）`, en: `Total (${name})` }),
    clause: undefined,
    full: program.fulls.get(id) ?? program.full,
    range: boundsFor(program, id).total,
  }))
  const texts = new Set(lines.map(({ range }) => [range.lo, range.hi].map(boundText).join(' ')))
  return texts.size > 1 ? lines : []
}

/** The lowest and the highest score that a scheme can give, item by item. */
export const bounds: Command = {
  name: 'bounds',
  about: { zh: '每项和总分可能的最低、最高分', en: 'lowest and highest possible points' },
  usage: { zh: '<方案文件或文件夹>', en: '<scheme file or folder>' },
  positionals: [1, 1],
  options: { ...SCHEME_OPTIONS, ...OUT_OPTIONS },
  async run(given, session) {
    checkOutput(given, session)
    const loaded = await loadScheme(given.positionals[0] ?? '', given, session)
    const program = compiled(loaded, session)
    const found = boundsOf(program)
    const lines: readonly Line[] = program.items
      .filter((p) => !p.targetOnly)
      .map(({ item }) => ({
        id: item.id,
        name: item.name,
        clause: item.clause,
        full: item.full,
        range: found.items.get(item.id) as Interval,
      }))
    const total: Line = {
      id: '',
      name: session.say({ zh: '总分', en: 'Total' }),
      clause: undefined,
      full: program.full,
      range: found.total,
    }
    const types = totalsByType(program, session)
    const json = (line: Line) => ({
      least: boundText(line.range.lo),
      most: boundText(line.range.hi),
      full: line.full === undefined ? null : formatRational(line.full),
    })
    await emit(
      {
        json: () => ({
          items: lines.map((l) => ({
            id: l.id,
            clause: l.clause ?? null,
            ...json(l),
          })),
          total: json(total),
          types: types.map((line) => ({ id: line.id, ...json(line) })),
        }),
        tables: () => [
          {
            id: 'bounds',
            title: session.say({ zh: '分数范围', en: 'Bounds' }),
            columns: columnsOf(
              session,
              ['指标', 'Item'],
              ['名称', 'Name'],
              ['条款', 'Clause'],
              ['分值', 'Full', 'points'],
              ['最低', 'Least', 'points'],
              ['最高', 'Most', 'points'],
            ),
            rows: [...lines, ...types.map((line) => ({ ...line, id: '' })), total].map((l) => [
              l.id,
              l.name,
              l.clause ?? '',
              l.full === undefined ? '' : formatRational(l.full),
              shown(l.range.lo, session.say({ zh: '无底', en: 'unbounded' })),
              shown(l.range.hi, session.say({ zh: '不封顶', en: 'unbounded' })),
            ]),
          },
        ],
      },
      given,
      session,
    )
    return 0
  },
}
