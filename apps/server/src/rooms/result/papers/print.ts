import type { PaperFormat } from '@kaohe/contract'
import { fillTemplate, papers, type PaperKind, TemplateMistake, type Told } from '@kaohe/documents'
import {
  type Acting,
  detailsOf,
  findUnit,
  leadersOf,
  releasesOf,
  type StoredDetail,
  type StoredRelease,
  type StoredTemplate,
  templatesOf,
} from '@kaohe/storage'
import { pdfOf } from '../../../http/paper.ts'
import { conflict, invalid, notFound } from '../../../http/problem.ts'
import type { Services } from '../../../services.ts'
import type { FileStore } from '../../../files/index.ts'
import type { SeenSnapshot } from '../seen.ts'
import { DRAFT, shareOf } from './shares.ts'
import { ALL_PARTS, toldUnit } from './told.ts'

/** A frozen result with all that papers about it need. */
export interface Printable {
  readonly seen: SeenSnapshot
  readonly issuer: string
  readonly releases: readonly Pick<StoredRelease, 'org' | 'snapshot' | 'parts'>[]
  readonly details: readonly StoredDetail[]
  readonly leaders: ReadonlyMap<string, string>
  /** Templates of the office's own, by the kind of paper. */
  readonly templates: ReadonlyMap<string, StoredTemplate>
}

const dayOf = ({ at }: SeenSnapshot['snapshot']): string => at.slice(0, 'YYYY-MM-DD'.length)

/** The day on which papers of a result count as made, until the office writes another. */
export const dayOfResult = ({ snapshot }: SeenSnapshot): string =>
  snapshot.ratified_on ?? dayOf(snapshot)

export async function printableOf(db: Acting, seen: SeenSnapshot): Promise<Printable> {
  const { snapshot, cycle, evaluation } = seen
  const office = await findUnit(db, snapshot.org)
  const units = evaluation.results().map(({ unit }) => unit)
  return {
    seen,
    issuer: office?.name ?? '',
    releases: await releasesOf(db, cycle.id),
    details: await detailsOf(db, snapshot.id),
    leaders: await leadersOf(db, units, dayOfResult(seen)),
    templates: new Map((await templatesOf(db, cycle.id)).map((one) => [one.paper, one])),
  }
}

/** @throws notFound */
export function kindOf(paper: string): PaperKind {
  const kind = papers.find(({ id }) => id === paper)
  if (kind === undefined) throw notFound()
  return kind
}

/** Whom a letter about a unit goes to; where nobody is known, the committee beside it. */
export const leaderOf = ({ leaders }: Printable, unit: string, name: string): string =>
  leaders.get(unit) ?? `${name}同级党委`

function officeOf({ seen, issuer, details }: Printable, paper: string, mark: string | null) {
  const { snapshot, cycle } = seen
  const detail = details.find((one) => one.paper === paper)
  const { ratified_body: body, ratified_on: on, ratified_number: number } = snapshot
  return {
    issuer,
    title: cycle.title,
    ratified: body === null || on === null ? null : { body, on, number },
    number: detail?.number ?? '',
    signedOn: detail?.signed_on ?? dayOfResult(seen),
    copies: detail?.copies ?? '',
    contact: detail?.contact ?? '',
    mark,
  }
}

const gradesOf = ({ program }: SeenSnapshot): string[] =>
  (program.scheme.grading?.grades ?? []).map(({ name }) => name)

/**
 * What a paper is made of.
 * @param unit of a paper about one unit; null for one about all
 * @throws Stop when the unit is not in the result, or ranks were not released to all
 */
export function toldFor(
  printable: Printable,
  { id, about }: PaperKind,
  unit: string | null,
  ranking: boolean,
): Told {
  const { seen, releases } = printable
  const all = seen.evaluation.results()
  const chosen = about === 'all' ? all : all.filter((one) => one.unit === unit)
  if (chosen.length === 0)
    throw invalid([{ pointer: '/body/assessee', message: '请选一个在这个结果里的单位' }])
  const { parts, mark } = shareOf(
    id,
    seen,
    releases,
    chosen.map((one) => one.unit),
  )
  const ranked = ranking && about === 'all'
  if (ranked && mark === null && !parts.includes('rank'))
    throw conflict('名次没有反馈给全部单位，通报里不能写名次', '请不写名次，或先反馈名次')
  const shown = ranked && mark !== null ? [...new Set([...parts, 'rank' as const])] : parts
  return {
    office: officeOf(printable, id, mark),
    units: chosen.map((one) =>
      toldUnit(seen, one.unit, shown, leaderOf(printable, one.unit, one.name)),
    ),
    grades: gradesOf(seen),
    ranking: ranked,
  }
}

/** All bytes of a stored file. */
export async function bytesOf(files: FileStore, sha256: string): Promise<Uint8Array> {
  return new Uint8Array(await new Response(files.read(sha256)).arrayBuffer())
}

/** What the book of scores is made of: everybody, with everything, for those who conclude. */
export function toldForBook(printable: Printable): Told {
  const { seen } = printable
  const mark = seen.snapshot.ratified_at === null ? DRAFT : null
  const units = seen.evaluation.results()
  return {
    office: officeOf(printable, 'score-book', mark),
    units: units.map(({ unit }) => toldUnit(seen, unit, ALL_PARTS, '')),
    grades: gradesOf(seen),
    ranking: true,
  }
}

/**
 * Writes a paper in a format. In Word the office's own template counts, where there is one; a PDF is always ours.
 * @throws Stop when that does not go
 */
export function write(
  printable: Printable,
  kind: PaperKind,
  told: Told,
  format: PaperFormat,
  services: Services,
): Promise<Uint8Array> {
  if (format === 'pdf') return pdfOf(services, kind.markup(told), told.office.signedOn)
  return writeWord(printable, kind, told, services.files)
}

async function writeWord(
  { templates }: Printable,
  kind: PaperKind,
  told: Told,
  files: FileStore,
): Promise<Uint8Array> {
  const template = templates.get(kind.id)
  if (template === undefined) return kind.write(told)
  const bytes = await bytesOf(files, template.sha256)
  try {
    return fillTemplate(bytes, told, kind.about)
  } catch (error) {
    if (!(error instanceof TemplateMistake)) throw error
    throw conflict(`模板“${template.name}”不能用`, error.mistakes.join('；'))
  }
}

/** How the name of a paper in a format ends. */
export const endingOf = ({ ending }: PaperKind, format: PaperFormat) =>
  format === 'pdf' ? 'pdf' : ending

/** What a printed paper is called, without the ending. */
export const nameOf = ({ name, about }: PaperKind, { office, units }: Told): string =>
  `${about === 'unit' ? units[0]!.name : office.title}${name}`
