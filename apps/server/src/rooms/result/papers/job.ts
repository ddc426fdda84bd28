import { PaperFormat } from '@kaohe/contract'
import { papers, type PaperKind } from '@kaohe/documents'
import { zipSync } from 'fflate'
import { z } from 'zod'
import { jobKind, type Step } from '../../../jobs/kind.ts'
import { fileName } from '../../reporting/papers-job.ts'
import { seenSnapshot } from '../seen.ts'
import { dayOfResult, endingOf, type Printable, printableOf, toldFor, write } from './print.ts'

const Input = z.object({
  snapshot: z.uuid(),
  papers: z.array(z.string()),
  assessees: z.array(z.uuid()),
  ranking: z.boolean(),
  formats: z.array(PaperFormat),
})
type Wanted = z.infer<typeof Input>

async function readFor({ db, permit }: Step, { snapshot }: Wanted): Promise<Printable> {
  const seen = await seenSnapshot({
    db,
    permit: (unit) => permit('result.print', unit),
    params: { snapshot },
  })
  return printableOf(db, seen)
}

interface Sheet {
  readonly kind: PaperKind
  /** Null for a paper about all. */
  readonly unit: string | null
  readonly name: string
  readonly format: PaperFormat
}

function sheetsOf({ seen }: Printable, { papers: wanted, assessees, formats }: Wanted): Sheet[] {
  const all = seen.evaluation.results().map(({ unit, name }) => ({ unit, name }))
  const chosen = assessees.length === 0 ? all : all.filter(({ unit }) => assessees.includes(unit))
  return papers
    .filter(({ id }) => wanted.includes(id))
    .flatMap((kind): Omit<Sheet, 'format'>[] =>
      kind.about === 'all'
        ? [{ kind, unit: null, name: seen.cycle.title }]
        : chosen.map((one) => ({ kind, ...one })),
    )
    .flatMap((one) => formats.map((format) => ({ ...one, format })))
}

/** Gives each file of an archive a path that no other has: a folder for each kind, names by their ending. */
function namer(): (folder: string, name: string, ending: string) => string {
  const taken = new Map<string, Set<string>>()
  return (folder, name, ending) => {
    const place = `${folder}.${ending}`
    const names = taken.get(place) ?? new Set()
    taken.set(place, names)
    return `${folder}/${fileName(name, names, ending)}`
  }
}

/** Papers of a result in one archive, in a folder for each kind. */
export const resultPapersJob = jobKind({
  kind: 'result.papers',
  input: Input,
  run: async ({ input, services, step, tell }) => {
    const printable = await step((one) => readFor(one, input))
    const sheets = sheetsOf(printable, input)
    const files: Record<string, Uint8Array> = {}
    const named = namer()
    const marks = new Set<string>()
    for (const [at, { kind, unit, name, format }] of sheets.entries()) {
      await tell(at, sheets.length, `正在写：${name}${kind.name}`)
      const told = toldFor(printable, kind, unit, input.ranking)
      if (told.office.mark !== null) marks.add(told.office.mark)
      const file = named(kind.name, `${name}${kind.name}`, endingOf(kind, format))
      files[file] = await write(printable, kind, told, format, services)
    }
    await tell(sheets.length, sheets.length, '正在打包')
    const { cycle, snapshot } = printable.seen
    // Papers are compressed already; their day does not depend on when they were printed.
    const mtime = `${dayOfResult(printable.seen)}T00:00:00`
    const content = zipSync(files, { level: 0, mtime })
    const file = { name: `${cycle.title}文书.zip`, type: 'application/zip', content }
    const said = `${sheets.length} 份文书已经打包${marks.size === 0 ? '' : `，其中有带“${[...marks].join('”“')}”标记的`}`
    return async ({ record }) => {
      const after = {
        papers: input.papers,
        formats: input.formats,
        printed: sheets.length,
        marks: [...marks],
      }
      await record('result.print', {
        object: `snapshot/${snapshot.id}/papers`,
        org: snapshot.org,
        after,
      })
      return { said, file }
    }
  },
})
