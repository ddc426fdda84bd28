import type { Language, Phrase } from '../diagnostic/diagnostic.ts'

/** One difference of meaning between two schemes, told in a sentence. */
export interface Change {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved'
  /** Keywords and ids from the root, such as `指标/study/规则/分段/段/2/范围`. */
  readonly path: string
  /** As written in a file; undefined where there is nothing. */
  readonly before: string | undefined
  readonly after: string | undefined
  readonly sentence: string
}

/** Where a comparison stands: the path, how a person calls the place, and in which language. */
export interface Spot {
  readonly path: string
  readonly label: string
  readonly language: Language
}

export function top(language: Language): Spot {
  return { path: '', label: '', language }
}

export function into(spot: Spot, segment: string, label = segment): Spot {
  return {
    ...spot,
    path: spot.path === '' ? segment : `${spot.path}/${segment}`,
    label: spot.label === '' ? label : `${spot.label} ${label}`,
  }
}

function short(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim()
  return [...flat].length > 80 ? `${[...flat].slice(0, 77).join('')}…` : flat
}

function change(
  kind: Change['kind'],
  spot: Spot,
  before: string | undefined,
  after: string | undefined,
  told: Phrase,
): Change {
  const { path, label, language } = spot
  const sentence = language === 'zh' ? `${label}：${told.zh}` : `${label}: ${told.en}`
  return { kind, path, before, after, sentence }
}

export function added(spot: Spot, after: string): Change {
  const text = short(after)
  return change('added', spot, undefined, after, { zh: `新增 ${text}`, en: `added ${text}` })
}

export function removed(spot: Spot, before: string): Change {
  const text = short(before)
  return change('removed', spot, before, undefined, { zh: `删去 ${text}`, en: `removed ${text}` })
}

export function changed(spot: Spot, before: string, after: string): Change {
  const [a, b] = [short(before), short(after)]
  const told = { zh: `由 ${a} 改为 ${b}`, en: `changed from ${a} to ${b}` }
  return change('changed', spot, before, after, told)
}

export function moved(spot: Spot, before: string, after: string): Change {
  const [a, b] = [short(before), short(after)]
  const told = { zh: `次序由 ${a} 改为 ${b}`, en: `order changed from ${a} to ${b}` }
  return change('moved', spot, before, after, told)
}
