import type { Cut, Grading, Scheme } from '@kaohe/engine'
import { type Phrase, say } from '../report/index.ts'

/** Something that might be left to people and is not, with the reason. */
export interface Settled {
  readonly id: string
  readonly name: string
  readonly why: Phrase
  readonly expected?: Phrase
}

const HOW: Readonly<Record<NonNullable<Grading['by']>, string>> = {
  line: '分数线',
  quota: '名额',
  'line-and-quota': '线和名额',
  meeting: '会议',
}

function gradeSettled({ grading }: Scheme): Settled {
  const one = { id: 'grade', name: '等次' }
  if (grading === undefined)
    return { ...one, why: say('方案不评等次', 'the scheme gives no grades') }
  if (grading.by === undefined)
    return {
      ...one,
      why: say('等次怎样评定，原文没有写明', 'how grades are set is not said'),
      expected: say('先用口径写明“评定”，是会议才收', 'settle 评定 with a reading first'),
    }
  const how = HOW[grading.by]
  return {
    ...one,
    why: say(
      `等次由方案按${how}评定，不由人另定`,
      'the scheme itself sets the grades; nobody decides them',
    ),
  }
}

const TIES = { 'all-in': '全部入围', 'all-out': '全部不入', meeting: '由会议定' } as const

function tieSettled(id: string, name: string, cuts: readonly (Cut | undefined)[]): Settled {
  const written = cuts.filter((cut) => cut !== undefined)
  const [ties] = written.flatMap((cut) => cut.ties ?? [])
  if (written.length === 0)
    return { id, name, why: say('没有名额，不会有截止名次', 'it has no places to tie for') }
  if (ties === undefined)
    return {
      id,
      name,
      why: say('截止名次上同分怎么办，原文没有写明', 'what ties at the cut get is not said'),
      expected: say('先用口径写明“同分: 由会议定”', 'settle 同分 with a reading first'),
    }
  return {
    id,
    name,
    why: say(
      `方案写明截止名次上同分的${TIES[ties]}，不由人另定`,
      'the scheme itself says what ties at the cut get',
    ),
  }
}

/** Everything that a scheme could leave to people; what it does leave is to be looked for first. */
export function settledMatters(scheme: Scheme): readonly Settled[] {
  const grades = (scheme.grading?.grades ?? []).map((g) =>
    tieSettled(`grade-tie:${g.id}`, `等次同分：${g.name}`, [g.quota]),
  )
  const consequences = (scheme.consequences ?? []).flatMap(({ id, name, who }) => [
    tieSettled(`tie:${id}`, `同分：${name}`, [who?.top, who?.bottom]),
    {
      id: `consequence:${id}`,
      name: `结果运用：${name}`,
      why: say(
        '是否符合由方案的“范围”算出，没有写“决定”，不由人另定',
        'whom it reaches follows from its 范围, and no 决定 is written',
      ),
    },
  ])
  return [gradeSettled(scheme), ...grades, ...consequences]
}
