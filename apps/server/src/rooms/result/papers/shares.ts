import type { ReleasePart } from '@kaohe/contract'
import type { StoredRelease } from '@kaohe/storage'
import type { SeenSnapshot } from '../seen.ts'
import { ALL_PARTS } from './told.ts'

/** What a paper may tell of a unit, and what is written across it when it may not leave the office. */
export interface Share {
  readonly parts: readonly ReleasePart[]
  readonly mark: string | null
}

/** Across what was printed before anybody ratified it. */
export const DRAFT = '内部 · 未审定'
const KEPT = '内部 · 未反馈'
/** What a draft for a unit shows while it is not chosen yet what will be released. */
const DRAFT_PARTS: readonly ReleasePart[] = ['grade', 'comments']

// Papers that make no sense without these parts are printed with all of them, for the office alone.
const NEEDS: Readonly<Record<string, readonly ReleasePart[]>> = {
  points: ['items'],
  picture: ['items', 'total'],
  opinions: ['grade', 'total', 'rank', 'comments'],
}

type Standing = readonly Pick<StoredRelease, 'org' | 'snapshot' | 'parts'>[]

/** What was released to a unit of this result; null when nothing was. */
export function releasedParts(
  { id }: Pick<SeenSnapshot['snapshot'], 'id'>,
  releases: Standing,
  unit: string,
): ReleasePart[] | null {
  const found = releases.find(({ org, snapshot }) => org === unit && snapshot === id)
  return found === undefined ? null : ALL_PARTS.filter((part) => found.parts.includes(part))
}

/**
 * What a paper may tell. A paper without a mark holds nothing that was not released to those it is about: of a
 * paper about several units, to every one of them.
 */
export function shareOf(
  paper: string,
  { snapshot }: SeenSnapshot,
  releases: Standing,
  units: readonly string[],
): Share {
  const needs = NEEDS[paper]
  const mark = snapshot.ratified_at === null ? DRAFT : KEPT
  const told = units.map((unit) => releasedParts(snapshot, releases, unit))
  if (snapshot.ratified_at === null || told.includes(null))
    return { parts: needs === undefined ? DRAFT_PARTS : ALL_PARTS, mark }
  const common = ALL_PARTS.filter((part) => told.every((parts) => parts?.includes(part) === true))
  const enough = needs?.every((part) => common.includes(part)) ?? true
  return enough ? { parts: common, mark: null } : { parts: ALL_PARTS, mark }
}
