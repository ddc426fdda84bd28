import type { Weights } from '@kaohe/contract'
import { compile, type Dataset, type Evaluation, evaluate, ratio, type Scheme } from '@kaohe/engine'
import { effectOf, type Parameter, parametersOf, readSchemeFolder, scaled } from '@kaohe/scheme'
import type { StoredScheme } from '@kaohe/storage'
import { filesOf, MAIN } from '../planning/files.ts'
import { nameIn } from './names.ts'

const WEIGHT = '占比'
// A tenth more, and as much less.
const FACTORS = [ratio(11n, 10n), ratio(9n, 10n)]

/** Whether a figure of a scheme's text is the weight of something. */
export const isWeight = ({ at }: Parameter): boolean => at.endsWith(`/${WEIGHT}`)

/** `评价方式/debrief/占比` is the weight of 总结述职. */
export function nameOfWeight({ at }: Parameter, scheme: Scheme): string {
  const [list = '', id = ''] = at.split('/')
  const lists: Readonly<Record<string, readonly { id: string; name: string }[] | undefined>> = {
    评价方式: scheme.sources,
    类别: scheme.categories,
    指标: scheme.items,
  }
  return nameIn(lists[list], id)
}

/** What a tenth more or less of each weight does to the units, by what it does most. */
export function weightsOf(
  stored: StoredScheme,
  dataset: Dataset,
  before: Evaluation,
): Weights['weights'] {
  const files = filesOf(stored)
  const read = readSchemeFolder(files, { main: MAIN })
  const { scheme, document } = read
  if (scheme === undefined || document === undefined) return []
  const weights = parametersOf(document).filter(isWeight)
  return weights
    .flatMap((parameter) => {
      const others = FACTORS.flatMap((factor) => {
        const trial = scaled(parameter, factor)
        const tried = readSchemeFolder(files, { main: MAIN, trial }).scheme
        return tried === undefined ? [] : [evaluate(compile(tried), dataset)]
      })
      // What cannot change alone was not tried: that is another thing than no effect.
      if (others.length === 0) return []
      const name = nameOfWeight(parameter, scheme)
      return [{ name, written: parameter.written, ...effectOf(before, others) }]
    })
    .toSorted((a, b) => b.regraded - a.regraded || b.ranked - a.ranked || b.moved - a.moved)
}
