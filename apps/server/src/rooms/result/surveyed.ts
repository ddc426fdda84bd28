import { worksheetOf } from '@kaohe/domain'
import type { FactEntry, Program, Value } from '@kaohe/engine'
import { judgedItems } from '@kaohe/documents'
import { readTyped, readTypedMark } from '@kaohe/intake'
import type { Content, ContentSurvey, SurveyFigure } from '@kaohe/storage'

type Surveyed = Pick<Content, 'surveys'>

const MARK = 'mark:'
const FACT = 'fact:'

interface Subject {
  readonly fact: string
  readonly period: string | null
}

/** A figure's subject as the engine names it: `mark:item`, or the datum and its period. */
function subjectOf({ subject }: Pick<SurveyFigure, 'subject'>): Subject {
  if (subject.startsWith(MARK)) return { fact: subject, period: null }
  const at = subject.indexOf('/')
  const period = subject.slice(at + 1)
  return { fact: subject.slice(FACT.length, at), period: period === '' ? null : period }
}

/** How many answered: of the unit where that is known, else in all. */
function sayAnswers(
  { answers }: Pick<ContentSurvey, 'answers'>,
  own: SurveyFigure['answers'],
): string[] {
  if (own !== null) return [`本单位有效样本 ${own}`]
  return answers === null ? [] : [`有效样本共 ${answers}`]
}

const sayDays = ({ from_on: from, to_on: to }: ContentSurvey): string =>
  from === to ? from : `${from} 至 ${to}`

/** How and when people were asked, and how many answered: a figure of a survey says nothing without. */
export function saySurvey(survey: ContentSurvey, own: SurveyFigure['answers'] = null): string {
  const said = [survey.method, sayDays(survey), ...sayAnswers(survey, own)]
  return `《${survey.name}》（${said.join('，')}）`
}

/** The same with who asked them, for pages; a bundle names nobody. */
export function saySurveyFully(survey: ContentSurvey, own: SurveyFigure['answers'] = null): string {
  const said = [survey.source, survey.method, sayDays(survey), ...sayAnswers(survey, own)]
  return `《${survey.name}》（${said.join('，')}）`
}

function valueOf({ text }: SurveyFigure, { fact }: Subject, { scheme }: Program) {
  const judged = judgedItems(scheme).find(({ id }) => `${MARK}${id}` === fact)
  const declared = scheme.facts?.find(({ id }) => id === fact)
  const typed =
    judged !== undefined
      ? readTypedMark(text, judged, scheme)
      : declared && readTyped(text, declared, scheme)
  const value: Value | undefined = typed !== undefined && 'value' in typed ? typed.value : undefined
  return { value, evaluator: judged?.onlyEvaluator ?? null }
}

function factsOf(survey: ContentSurvey, program: Program): FactEntry[] {
  const { source: by, to_on: at } = survey
  return survey.figures.flatMap((figure): FactEntry[] => {
    const subject = subjectOf(figure)
    const { value, evaluator } = valueOf(figure, subject, program)
    if (value === undefined) return []
    const evidence = [`调查结果${saySurvey(survey, figure.answers)}`]
    const from = { by, at, evidence, ...(evaluator !== null && { evaluator }) }
    return [{ unit: figure.unit, ...subject, value, ...from }]
  })
}

/** What surveys gave, as the engine takes it: each with who asked, when, how, and how many answered. */
export function surveyFacts({ surveys = [] }: Surveyed, program: Program): FactEntry[] {
  return surveys.flatMap((survey) => factsOf(survey, program))
}

const keyOf = ({ unit, fact, period }: Pick<FactEntry, 'unit' | 'fact' | 'period'>): string =>
  `${unit}/${fact}/${period ?? ''}`

/** Entries that no survey gives: what a survey says of a datum stands, whoever typed it in before. */
export function besidesSurveys<E extends Pick<FactEntry, 'unit' | 'fact' | 'period'>>(
  entries: readonly E[],
  { surveys = [] }: Surveyed,
): readonly E[] {
  const given = new Set(
    surveys.flatMap(({ figures }) =>
      figures.map((figure) => keyOf({ unit: figure.unit, ...subjectOf(figure) })),
    ),
  )
  return given.size === 0 ? entries : entries.filter((entry) => !given.has(keyOf(entry)))
}

/** On which surveys an item of a unit rests, each in words, once. */
export function surveysBehind(
  { surveys = [], units }: Pick<Content, 'surveys' | 'units'>,
  program: Program,
  unit: string,
  item: string,
): string[] {
  if (surveys.length === 0) return []
  const type = units.find(({ id }) => id === unit)?.type ?? ''
  const asked = worksheetOf(program, type).find((one) => one.item.id === item)
  const cells = new Set(asked?.cells.map(({ fact, period }) => `${fact}/${period ?? ''}`))
  const rests = (figure: SurveyFigure): boolean => {
    if (figure.unit !== unit) return false
    const { fact, period } = subjectOf(figure)
    // A part of an item is marked by itself: mark:item.part.
    if (fact.startsWith(MARK)) return fact.slice(MARK.length).split('.')[0] === item
    return cells.has(`${fact}/${period ?? ''}`)
  }
  return surveys.flatMap((survey) => {
    const figure = survey.figures.find(rests)
    return figure === undefined ? [] : [saySurveyFully(survey, figure.answers)]
  })
}

/** The same as a line under an item's points. */
export function surveyLines(...of: Parameters<typeof surveysBehind>) {
  return surveysBehind(...of).map((said) => ({ depth: 1, text: `调查：${said}` }))
}
