import type { Around, DraftingLanguage, Shape, ShapeField } from '@kaohe/contract'
import { planning } from '@kaohe/contract'
import { type Kind, type Modifier, type Scheme, schemeShape, type shape } from '@kaohe/engine'
import { KINDS, membersOf, MODIFIERS } from '@kaohe/scheme'
import type { Hono } from 'hono'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import type { StoredScheme } from '@kaohe/storage'
import { filesOf } from './files.ts'
import { lookAt } from './look.ts'
import { textsOf } from './parts.ts'

function shownField({ keyword, presence, doc, of, silence }: shape.Field): ShapeField {
  const asked = presence === 'open' && silence !== undefined ? `${doc}。不写时：${silence}` : doc
  return { keyword, presence, doc: asked, of: shownShape(of) }
}

function shownShape(of: shape.Shape): Shape {
  switch (of.shape) {
    case 'choice':
      return { shape: 'choice', words: Object.keys(of.options) }
    case 'list':
      return { shape: 'list', of: shownShape(of.of) }
    case 'table':
      return { shape: 'table', key: shownShape(of.key), of: shownShape(of.of) }
    case 'object':
      return { shape: 'object', fields: Object.values(of.fields).map(shownField) }
    case 'either':
      return { shape: 'either', of: of.of.map(shownShape) }
    case 'reference':
      return { shape: 'reference', to: of.to }
    default:
      return { shape: of.shape }
  }
}

const memberShape = (of: shape.Shape): Shape =>
  of.shape === 'list' ? shownShape(of.of) : shownShape(of)

const shownWord = ({ keyword, summary, params }: Kind | Modifier) => ({
  keyword,
  summary,
  params: shownShape(params),
})

function language(): DraftingLanguage {
  const { items, survey, facts, events } = schemeShape.fields
  return {
    item: memberShape(items.of),
    survey: memberShape(survey.of),
    fact: memberShape(facts.of),
    event: memberShape(events.of),
    kinds: [...KINDS.values()].map(shownWord),
    modifiers: [...MODIFIERS.values()].map(shownWord),
  }
}

const spoken = language()

type Named = readonly { readonly id: string; readonly name: string }[] | undefined

function namesIn(scheme: Scheme): Around['names'] {
  const { events = [] } = scheme
  const lists: Readonly<Record<string, Named>> = {
    party: scheme.parties,
    assessee: scheme.assessees,
    level: scheme.levels,
    attribute: scheme.attributes,
    fact: scheme.facts,
    event: events,
    eventAttribute: events.flatMap(({ attributes = [] }) => attributes),
    source: scheme.sources,
    category: scheme.categories,
    item: scheme.items,
    step: scheme.calendar,
    text: scheme.texts,
    grade: scheme.grading?.grades,
  }
  return Object.fromEntries(
    Object.entries(lists).map(([to, all = []]) => {
      const byId = new Map(all.map(({ id, name }) => [id, { id, name }]))
      return [to, [...byId.values()]]
    }),
  )
}

/** What a draft for this scheme can name; of a scheme that cannot be read, only what is written in it. */
export function aroundIn(stored: StoredScheme): Around {
  const { scheme } = lookAt(filesOf(stored))
  const units = new Map(scheme?.facts?.map(({ id, unit }) => [id, unit]))
  const texts = textsOf(stored)
  const lists = ['数据', '事件'] as const
  const found = lists.flatMap((list) =>
    texts.flatMap((text) => membersOf(text, list).map((one) => ({ ...one, list }))),
  )
  // The own text comes before the upper one's, and what it says anew is what counts.
  const nearest = new Map(found.toReversed().map((one) => [`${one.list}/${one.id}`, one]))
  return {
    names: scheme === undefined ? {} : namesIn(scheme),
    declared: [...nearest.values()]
      .toReversed()
      .map(({ id, name, list, text }) => ({ id, name, list, unit: units.get(id) ?? null, text })),
  }
}

/** The language as the pages build forms of it. */
export function draftingRoutes(app: Hono, services: Services): void {
  serve(app, services, planning.readDraftingLanguage, async ({ actor, permit }) => {
    permit(actor)
    return spoken
  })
}
