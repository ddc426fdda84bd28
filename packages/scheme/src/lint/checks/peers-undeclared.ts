import { say } from '../phrase.ts'
import { silenceCheck } from '../silence.ts'

export const peersUndeclared = silenceCheck({
  slug: 'peers-undeclared',
  keywords: ['组', '分组'],
  title: say('和谁相比没有写明', 'Peer set undeclared'),
  english: 'The notice does not say among whom units are compared',
  settle: say('用口径定和全部、同类还是同组单位相比', 'a reading that sets 组 or 分组'),
  example: () =>
    say(
      '同一个得分，和全部单位比、和同类单位比，名次不同',
      'the same score has another rank among all than among its own kind',
    ),
})
