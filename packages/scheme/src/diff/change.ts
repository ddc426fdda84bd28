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

/** Where a comparison stands: the path, and how a person calls the place. */
export interface Spot {
  readonly path: string
  readonly label: string
}

export const TOP: Spot = { path: '', label: '' }

export function into(spot: Spot, segment: string, label = segment): Spot {
  return {
    path: spot.path === '' ? segment : `${spot.path}/${segment}`,
    label: spot.label === '' ? label : `${spot.label} ${label}`,
  }
}

function short(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim()
  return [...flat].length > 80 ? `${[...flat].slice(0, 77).join('')}…` : flat
}

export function added(spot: Spot, after: string): Change {
  return {
    kind: 'added',
    path: spot.path,
    before: undefined,
    after,
    sentence: `${spot.label}：新增 ${short(after)}`,
  }
}

export function removed(spot: Spot, before: string): Change {
  return {
    kind: 'removed',
    path: spot.path,
    before,
    after: undefined,
    sentence: `${spot.label}：删去 ${short(before)}`,
  }
}

export function changed(spot: Spot, before: string, after: string): Change {
  return {
    kind: 'changed',
    path: spot.path,
    before,
    after,
    sentence: `${spot.label}：由 ${short(before)} 改为 ${short(after)}`,
  }
}

export function moved(spot: Spot, before: string, after: string): Change {
  return {
    kind: 'moved',
    path: spot.path,
    before,
    after,
    sentence: `${spot.label}：次序由 ${short(before)} 改为 ${short(after)}`,
  }
}
