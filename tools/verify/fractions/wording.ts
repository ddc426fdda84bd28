import type { Band, Params, Unit } from './params.ts'

/** Words for at least, more than, at most and less than a figure; `X` stands for it. */
const AT_LEAST = ['不低于X', '不少于X', '达到X', '至少X', 'X及以上', 'X（含）以上', '≥X']
const MORE = ['超过X', '高于X', '大于X', '多于X', '>X']
const AT_MOST = ['不超过X', '不高于X', '至多X', 'X及以下', 'X（含）以下', '≤X']
const LESS = ['不足X', '低于X', '少于X', '小于X', '未达X', '<X']

const put = (word: string, figure: string) => word.replace('X', figure)

type Inclusion = Params['inclusion']

function choose(words: readonly string[], by: number): string {
  return words[by % words.length] as string
}

// 以上, 以下 and 以内 mean what the scheme says they mean.
function lower(band: Band, x: string, inclusion: Inclusion, by: number): string {
  const bare = (inclusion === 'exclusive') === (band.fromIn !== true)
  const words = band.fromIn === true ? AT_LEAST : MORE
  return put(choose(bare ? [...words, 'X以上', 'X以上'] : words, by), x)
}

function upper(band: Band, x: string, inclusion: Inclusion, by: number): string {
  const bare = (inclusion === 'inclusive') === (band.toIn === true)
  const words = band.toIn === true ? AT_MOST : LESS
  return put(choose(bare ? [...words, 'X以下', 'X以内'] : words, by), x)
}

function both({ fromIn, toIn }: Band, from: string, to: string, by: number): string {
  const held = (is: boolean | undefined) => (is === true ? '（含）' : '（不含）')
  const ways = [
    `${fromIn === true ? '[' : '('}${from}, ${to}${toIn === true ? ']' : ')'}`,
    `${from}${held(fromIn)}—${to}${held(toIn)}`,
    ...(fromIn === true && toIn === true ? [`${from}—${to}`, `${from}至${to}`] : []),
    ...(fromIn !== true && toIn !== true ? [`超过${from}不足${to}`] : []),
  ]
  return choose(ways, by)
}

/** A band in one of the wordings of the language; which one follows from `by`. */
export function wordBand(band: Band, unit: Unit, inclusion: Inclusion, by: number): string {
  const [from, to] = [band.from, band.to].map((at) => (at === undefined ? undefined : at + unit))
  if (from !== undefined && to !== undefined)
    return from === to && band.fromIn === true && band.toIn === true
      ? from
      : both(band, from, to, by)
  if (from !== undefined) return lower(band, from, inclusion, by)
  return to === undefined ? '任意' : upper(band, to, inclusion, by)
}
