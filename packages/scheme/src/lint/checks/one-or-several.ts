import { type Rational, formatRational, int, multiply } from '@kaohe/engine'
import { say } from '../phrase.ts'
import { type Silence, silenceCheck } from '../silence.ts'
import type { Site } from '../site.ts'

interface Lines {
  readonly lines?: readonly {
    readonly name: string
    readonly gain?: unknown
    readonly loss?: unknown
  }[]
  readonly eachGain?: Rational | 'full'
  readonly eachLoss?: Rational | 'full'
}

/** The conditions that share one figure, all at once. */
function together({ path }: Silence, site: Site) {
  const rule = site.rules.findLast((one) => path.startsWith(`${one.rule.path}/`))
  const { lines = [], eachGain, eachLoss } = (rule?.params ?? {}) as Lines
  const bare = lines.filter(({ gain, loss }) => gain === undefined && loss === undefined)
  const each = eachLoss ?? eachGain
  if (each === undefined || each === 'full') return undefined
  const names = bare.map(({ name }) => `“${name}”`)
  const [once, all] = [formatRational(each), formatRational(multiply(each, int(bare.length)))]
  const verb = eachLoss === undefined ? '得' : '扣'
  return say(
    `${names.join('、')}同时成立时，${verb}${once}分，还是${verb}${all}分`,
    `${names.join(', ')} at once: ${once} points, or ${all}?`,
  )
}

export const oneOrSeveral = silenceCheck({
  slug: 'one-or-several',
  keywords: ['合并'],
  title: say('一个分数对几项，计几次没有写明', 'One figure for several conditions'),
  english: 'Whether one figure counts once or for each condition is not said',
  settle: say('用口径定“合并”：每项、任一或全部', 'a reading that sets 合并'),
  example: (silence, site) =>
    together(silence, site) ??
    say('几项同时成立时，计一次，还是各计一次', 'several conditions hold: once, or each?'),
})
