import { createHash } from 'node:crypto'
import { judgedItems } from '@kaohe/documents'
import { levelOfKind, lineageForEngine, placedUnits, previousFor, worksheetOf } from '@kaohe/domain'
import {
  ADJUSTED,
  type Dataset,
  type Decision,
  type Evaluation,
  evaluate,
  type FactEntry,
  type PastResult,
  parseRational,
  type Program,
  type Unit,
} from '@kaohe/engine'
import { readTypedMark } from '@kaohe/intake'
import {
  type Acting,
  type Content,
  contentOf,
  type ContentUnit,
  type PastOutcome,
  type StoredCycle,
  type StoredMark,
  type StoredResolution,
  type StoredScheme,
} from '@kaohe/storage'
import { attributesOf, factOf } from '../reporting/dataset.ts'
import { ballotsComplete, withBallots } from '../review/meeting/events.ts'
import { NO_PARTY } from '../review/plan.ts'
import { claimedEvents } from './claimed.ts'
import { Exhibited } from './exhibited.ts'
import { inspectedMarks } from './inspected.ts'
import { selfMarks } from './self-marked.ts'
import { programOf } from '../planning/programs.ts'
import { letterMarks } from './lettered.ts'
import { besidesSurveys, surveyFacts } from './surveyed.ts'

function unitOf(unit: ContentUnit, program: Program, kinds: Content['kinds']): Unit {
  const { id, name, kind, parent, type, peer_group: group, founded_on: foundedOn } = unit
  const { scheme } = program
  const declared = scheme.assessees.find((one) => one.id === type)
  const level = declared?.level ?? levelOfKind(scheme, kind, kinds)?.id
  const attributes = unit.attributes.map((one) => ({ ...one, source: '', known_on: '' }))
  return {
    id,
    name,
    // One that may not take part still supplies what others rest on.
    type: unit.excluded_because === null ? type : null,
    attributes: attributesOf({ program, related: { attributes, foundedOn } }),
    ...(level !== undefined && { level }),
    ...(group !== null && { group }),
    ...(parent !== null && { parent }),
  }
}

function markOf(mark: StoredMark, { scheme }: Program, exhibited: Exhibited): FactEntry[] {
  const judged = judgedItems(scheme).find(({ id }) => id === mark.item)
  const typed = judged && readTypedMark(mark.text, judged, scheme)
  if (typed === undefined || !('value' in typed)) return []
  const evidence = exhibited.of(mark.unit, judged!.item.id)
  return [
    {
      unit: mark.unit,
      fact: `mark:${mark.item}`,
      period: null,
      value: typed.value,
      by: mark.person,
      at: mark.at,
      ...(mark.party !== NO_PARTY && { evaluator: mark.party }),
      ...(mark.reason !== null && { reason: mark.reason }),
      ...(evidence.length > 0 && { evidence }),
    },
  ]
}

// The vote goes with an adjustment wherever it is shown; who moved it is a person, and stays on record here.
function votedOn({ matter, votes_for: yes, votes_against: no, abstained }: StoredResolution) {
  if (matter !== ADJUSTED || yes === null) return {}
  return { evidence: [`表决：同意 ${yes}，反对 ${no ?? 0}，弃权 ${abstained ?? 0}`] }
}

// The last word of a meeting on a matter of a unit counts, and none where it was withdrawn.
function decisionsOf(resolutions: readonly StoredResolution[]): Decision[] {
  const last = new Map(resolutions.map((one) => [`${one.unit}/${one.matter}`, one]))
  return [...last.values()].flatMap((resolution): Decision[] => {
    const { value, number, ...one } = resolution
    if (value === null) return []
    const { unit, matter: on, body, decided_on: date, reason, person: by, at } = one
    const voted = votedOn(resolution)
    const numbered = number === null ? {} : { number }
    return [{ unit, on, value, body, date, reason, by, at, ...numbered, ...voted }]
  })
}

function pastOf({ unit, year, total, rank, grade, met }: PastOutcome): PastResult {
  const points = total === null ? undefined : parseRational(total)
  return {
    unit,
    year,
    met,
    ...(points !== undefined && { total: points }),
    ...(rank !== null && { rank }),
    ...(grade !== null && { grade }),
  }
}

// Events of a kind are complete for all but the units that did not say so.
function eventsOf(content: Content, program: Program): Pick<Dataset, 'reported' | 'pending'> {
  const kinds = (program.scheme.events ?? []).map(({ id }) => id)
  const complete = [...content.complete, ...ballotsComplete(content.ballots)]
  const said = new Set(complete.map(({ org, event }) => `${org}/${event}`))
  const reported = kinds.filter((event) => complete.some((one) => one.event === event))
  const pending = reported.flatMap((event) =>
    content.units.flatMap(({ id }) => (said.has(`${id}/${event}`) ? [] : [{ unit: id, event }])),
  )
  return { reported, pending }
}

function previousIn({ units, previous, descents, previousYear }: Content, program: Program) {
  const facts = previous.flatMap((entry) => factOf(entry, program))
  // Frozen before the year was kept: these are of the units themselves.
  if (previousYear === undefined || previousYear === null) return facts
  const ids = units.map(({ id }) => id)
  return previousFor(ids, facts, descents, previousYear)
}

/** Everything of a cycle, as it stands now. */
export function contentNow(db: Acting, cycle: StoredCycle, scheme: StoredScheme): Promise<Content> {
  const program = programOf(scheme)
  const sheets = program.scheme.assessees.flatMap(({ id }) => worksheetOf(program, id))
  return contentOf(db, { ...cycle, elsewhere: sheets.some((one) => one.elsewhere.length > 0) })
}

/** What was frozen, and what a meeting decided on it, as the engine takes it. */
export function datasetOf(
  content: Content,
  program: Program,
  resolutions: readonly StoredResolution[] = [],
): Dataset {
  const entered = content.entries.flatMap((entry) => factOf(entry, program))
  const exhibited = new Exhibited(content)
  const marks = content.marks.flatMap((mark) => markOf(mark, program, exhibited))
  return {
    units: placedUnits(
      content.units.map((unit) => unitOf(unit, program, content.kinds)),
      program.scheme,
    ),
    facts: [
      ...besidesSurveys(entered, content),
      ...surveyFacts(content, program),
      ...marks,
      ...letterMarks(content, program),
      ...selfMarks(content, program),
      ...inspectedMarks(content, program),
    ],
    events: withBallots(claimedEvents(content, program), content.ballots, program),
    ...eventsOf(content, program),
    history: content.history.map(pastOf),
    lineage: lineageForEngine(content.descents),
    previous: previousIn(content, program),
    decisions: decisionsOf(resolutions),
  }
}

/** A result: a function of the scheme, of what was frozen, and of what was decided; of nothing else. */
export function resultOf(
  scheme: StoredScheme,
  content: Content,
  resolutions: readonly StoredResolution[] = [],
): { readonly program: Program; readonly dataset: Dataset; readonly evaluation: Evaluation } {
  const program = programOf(scheme)
  const dataset = datasetOf(content, program, resolutions)
  return { program, dataset, evaluation: evaluate(program, dataset) }
}

/** Names what a result is made of: SHA-256 of the scheme's texts and of the content, in hexadecimal. */
export function digestOf(scheme: StoredScheme, content: Content): string {
  const texts = [scheme.text, scheme.readings, scheme.bases, content]
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex')
}
