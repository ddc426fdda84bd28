import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { JudgeProblem, MeetingPlace, OwnProblem } from './meeting-shapes.ts'

/** So long may be what a judge tells, and the answer to it. */
export const MOST_PROBLEM_LETTERS = 200
const TOO_LONG = `最多 ${MOST_PROBLEM_LETTERS} 字`

export const readOwnProblems = endpoint({
  method: 'GET',
  path: '/ballot/problems',
  summary: '评委自己报告过的问题，和处理的答复',
  act: 'ballot.read',
  door: 'link',
  answer: z.object({ problems: z.array(OwnProblem) }),
})

export const tellProblem = endpoint({
  method: 'POST',
  path: '/ballot/problems',
  summary: '评委报告会上出了什么问题；重复发送只算一次',
  act: 'problem.tell',
  door: 'link',
  body: z.object({
    /** Names this attempt: sent again it changes nothing. */
    client: z.uuid(),
    text: z.string().trim().min(1, '请写出了什么问题').max(MOST_PROBLEM_LETTERS, TOO_LONG),
  }),
  answer: z.object({ problem: OwnProblem }),
})

export const listProblems = endpoint({
  method: 'GET',
  path: '/meetings/{meeting}/problems',
  summary: '评委在会上报告的问题',
  act: 'meeting.read',
  params: MeetingPlace,
  answer: z.object({ problems: z.array(JudgeProblem) }),
})

export const dealWithProblem = endpoint({
  method: 'POST',
  path: '/meetings/{meeting}/problems/{problem}/dealt',
  summary: '评委报告的一个问题处理好了，可以附一句答复',
  act: 'meeting.chair',
  params: MeetingPlace.extend({ problem: z.uuid() }),
  body: z.object({
    answer: z.string().trim().max(MOST_PROBLEM_LETTERS, TOO_LONG).default(''),
  }),
  answer: z.object({ problems: z.array(JudgeProblem) }),
})
