import {
  equal,
  formatRational,
  multiply,
  parseRational,
  ratio,
  type Rational,
  schemeShape,
  type shape,
} from '@kaohe/engine'
import type { TrialChange } from '../readings/index.ts'
import type { Scalar, Source } from '../source/tree.ts'
import { KINDS, MODIFIERS } from '../vocabulary.ts'

/** Where a figure stands: the place as edits name it, and everything written there. */
interface Place {
  readonly at: string
  readonly text: string
}

/** A figure of a scheme that can be varied: where it stands, and how it was written. */
export interface Parameter {
  /** As edits name places, for instance `评价方式/debrief/占比`; of a line between grades its first place. */
  readonly at: string
  readonly written: string
  /** Percentages as parts of one. */
  readonly value: Rational
  /** All that changes with it: a line between two grades ends one and begins the other. */
  readonly places: readonly Place[]
}

/** Ranges of points, or of the part of the full score; other ranges are of what is measured. */
const LINES: ReadonlySet<string> = new Set(['分数', '得分率', '得分'])
/** How finely marks and points are written, not how many there are. */
const STEPS: ReadonlySet<string> = new Set(['步长', '到'])
const FIGURE = /^-?\d+(?:\.\d+)?(?:\/\d+)?(?:%|分)?$/
// A stroke after a figure is no sign: 60-70.
const FIGURES = /(?:(?<![\d.%分]\s*)-)?\d+(?:\.\d+)?(?:\/\d+)?(?:%|分)?/g
const PERCENT = ratio(1n, 100n)
const HUNDRED = ratio(100n, 1n)

function valueOf(figure: string): Rational | undefined {
  const value = parseRational(figure.replace(/[%分]$/, ''))
  return value && figure.endsWith('%') ? multiply(value, PERCENT) : value
}

type Found = Omit<Parameter, 'places'> & Place & { readonly line: boolean }

function found(figure: string, { at, text }: Place, line: boolean): Found[] {
  const value = valueOf(figure)
  return value === undefined || value.num === 0n ? [] : [{ at, text, written: figure, value, line }]
}

/** Whether a text of this shape says points, a part of a whole, or how many times. */
function saysFigure(of: shape.Shape, text: string): boolean {
  if (of.shape === 'points' || of.shape === 'share' || of.shape === 'number')
    return FIGURE.test(text)
  if (of.shape !== 'either') return false
  // A number of places is none; half a place cannot be given.
  const counted = /^\d+$/.test(text) && of.of.some((one) => one.shape === 'count')
  return !counted && of.of.some((one) => saysFigure(one, text))
}

function inScalar({ text }: Scalar, of: shape.Shape, keyword: string, at: string): Found[] {
  if (STEPS.has(keyword)) return []
  if (saysFigure(of, text)) return found(text, { at, text }, false)
  if (of.shape !== 'range' || !LINES.has(keyword)) return []
  return [...text.matchAll(FIGURES)].flatMap(([figure]) => found(figure, { at, text }, true))
}

function nameOf(member: Source, position: number): string {
  const id =
    member.is === 'mapping' ? member.pairs.find((p) => p.key.text === '编号')?.value : undefined
  return id?.is === 'scalar' ? id.text : `${position + 1}`
}

/** What may stand under a key of a mapping of this shape. */
function underKey(of: shape.Shape, key: string): readonly shape.Shape[] {
  switch (of.shape) {
    case 'object':
      return Object.values(of.fields).flatMap((field) => (field.keyword === key ? [field.of] : []))
    case 'table':
      return [of.of]
    case 'either':
      return of.of.flatMap((one) => underKey(one, key))
    case 'rule': {
      const word = KINDS.get(key) ?? MODIFIERS.get(key)
      return word === undefined ? [] : [word.params]
    }
    default:
      return []
  }
}

function membersOf(of: shape.Shape): readonly shape.Shape[] {
  if (of.shape === 'either') return of.of.flatMap(membersOf)
  return of.shape === 'list' ? [of.of] : []
}

function walk(node: Source, of: shape.Shape, keyword: string, at: string): Found[] {
  if (node.is === 'scalar') return inScalar(node, of, keyword, at)
  if (node.is === 'sequence')
    return node.items.flatMap((item, i) =>
      membersOf(of).flatMap((one) => walk(item, one, keyword, `${at}/${nameOf(item, i)}`)),
    )
  return node.pairs.flatMap(({ key, value }) =>
    underKey(of, key.text).flatMap((one) =>
      walk(value, one, key.text, at === '' ? key.text : `${at}/${key.text}`),
    ),
  )
}

// Grades of one list share their lines: 评定/等次/good/分数 and 评定/等次/fair/分数.
function nameOfLine({ at, value }: Found): string {
  const way = at.split('/')
  return [...way.slice(0, -2), way.at(-1), formatRational(value)].join('/')
}

/** Every figure of a scheme that says points, how many at most or at least, a line, a share or a multiple. */
export function parametersOf(document: Source): readonly Parameter[] {
  const all = new Map<string, Parameter>()
  for (const one of walk(document, schemeShape, '', '')) {
    const { at, text, written, value, line } = one
    const name = line ? nameOfLine(one) : at
    const known = all.get(name)
    const places = (known?.places ?? []).filter((place) => place.at !== at)
    all.set(name, {
      ...(known ?? { at, written, value }),
      places: [...places, { at, text }],
    })
  }
  return [...all.values()]
}

// Fractions take no suffix: 1/3 of points is written as it is, and of a share as a part of one. What was
// a fraction stays one, for a share is never written as a decimal.
function writtenLike(figure: string, value: Rational): string {
  const percent = figure.endsWith('%')
  const text = formatRational(percent ? multiply(value, HUNDRED) : value)
  if (text.includes('/') || figure.includes('/')) return `${value.num}/${value.den}`
  return text + (percent ? '%' : figure.endsWith('分') ? '分' : '')
}

/** The parameter times a factor, wherever it stands. */
export function scaled({ value, places }: Parameter, factor: Rational): readonly TrialChange[] {
  const times = multiply(value, factor)
  return places.map(({ at, text }) => {
    const to = text.replaceAll(FIGURES, (figure) => {
      const own = valueOf(figure)
      return own !== undefined && equal(own, value) ? writtenLike(figure, times) : figure
    })
    return { at, to: `"${to}"` }
  })
}
