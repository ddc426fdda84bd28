import type { UnitResult as Shown } from '@kaohe/contract'
import {
  type Evaluation,
  type Program,
  type Proof,
  prove,
  tellItem,
  tellProof,
} from '@kaohe/engine'
import { notFound } from '../../http/problem.ts'
import { comprehensiveOf } from './comprehensive.ts'
import { fallOf } from './fall.ts'
import { letterOpinions } from './lettered.ts'
import { nameIn } from './names.ts'
import type { SeenSnapshot } from './seen.ts'
import { surveyLines, surveysBehind } from './surveyed.ts'
import { shownOutcome, shownPoints, shownResolution } from './shown.ts'

const TOTAL = '总分＝'

/** One unit of a result, from the whole to the parts. @throws notFound when it takes no part */
export function shownUnitResult(seen: SeenSnapshot, unit: string): Shown {
  const { program, evaluation, content, resolutions } = seen
  const result = evaluation.results().find((one) => one.unit === unit)
  if (result === undefined) throw notFound()
  const { scheme } = program
  const proof = prove(evaluation, unit)
  return {
    unit: shownOutcome(result, program),
    parts: result.parts.map((part) => partOf(part, proof)),
    items: result.items.map((item) => ({
      id: item.id,
      name: nameIn(scheme.items, item.id),
      clause: item.clause ?? null,
      category: categoryOf(program, item.id),
      full: shownPoints(item.full, undefined).points,
      status: item.status,
      ...shownPoints(item.points, item.range),
      lines: [...linesOf(proof, item.id), ...surveyLines(content, program, unit, item.id)],
      surveys: surveysBehind(content, program, unit, item.id),
    })),
    fall: fallOf(proof, result),
    total: tellProof(proof, 1).find(({ text }) => text.startsWith(TOTAL))?.text ?? '',
    comments: [...content.opinions, ...letterOpinions(content)]
      .filter((one) => one.unit === unit && (one.comment !== '' || one.grade !== null))
      .map(({ party, grade, comment }) => ({
        party: nameIn(scheme.parties, party),
        grade: grade === null ? null : nameIn(scheme.grading?.grades, grade),
        comment,
      })),
    opinion: {
      text: comprehensiveOf(seen, unit) ?? '',
      version: seen.comprehensive.get(unit)?.version ?? 0,
    },
    resolutions: resolutions
      .filter((one) => one.unit === unit)
      .map((one) => shownResolution(one, program)),
    consequences: result.consequences.map(({ id, met, reasons }) => ({
      id,
      name: nameIn(scheme.consequences, id),
      met,
      reasons: [...reasons],
    })),
  }
}

function partOf(part: ReturnType<Evaluation['result']>['parts'][number], proof: Proof) {
  const told = proof.parts.find(({ id, kind }) => id === part.id && kind === part.kind)
  return {
    id: part.id,
    kind: part.kind,
    applies: part.applies,
    ...shownPoints(part.points, part.range),
    name: told?.name ?? part.id,
    clause: told?.clause ?? null,
    full: told?.full ?? null,
    weight: told?.weight ?? null,
    formula: told?.formula ?? null,
  }
}

function categoryOf({ scheme }: Program, item: string): string | null {
  const category = scheme.items.find(({ id }) => id === item)?.category
  return category === undefined ? null : nameIn(scheme.categories, category)
}

/** Why an item has its points, in sentences. */
export function linesOf(proof: Proof, id: string): { depth: number; text: string }[] {
  const item = proof.items.find((one) => one.id === id)
  if (item === undefined) return []
  return tellItem(item, proof, 2).map(({ depth, text }) => ({ depth, text }))
}
