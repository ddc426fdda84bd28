import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { AgendaSpeaker, BallotField, Marks, Meeting, OwnBallot } from './meeting-shapes.ts'

const Speaker = z.object({ speaker: z.uuid() })

export const readBallots = endpoint({
  method: 'GET',
  path: '/ballot',
  summary: '评委凭链接看到的：议程、自己的票和回执',
  act: 'ballot.read',
  door: 'link',
  answer: z.object({
    meeting: Meeting.pick({ name: true, heldOn: true, place: true, state: true, version: true }),
    /** The link ends then; null while the meeting goes on. */
    linkUntil: z.string().nullable(),
    judge: z.object({ number: z.number().int(), name: z.string(), group: z.string() }),
    fields: z.array(BallotField),
    speakers: z.array(AgendaSpeaker),
  }),
})

export const castBallot = endpoint({
  method: 'PUT',
  path: '/ballot/{speaker}',
  summary: '评委给正在述职的单位打分；封存以前可以改，重复发送只算一次',
  act: 'ballot.cast',
  door: 'link',
  params: Speaker,
  body: z.object({
    /** Names this attempt: sent again it changes nothing. */
    client: z.uuid(),
    /** How often this ballot was written, from 1: an older one that comes late is put aside. */
    turn: z.number().int().min(1).max(1_000_000),
    marks: Marks,
  }),
  answer: z.object({ ballot: OwnBallot }),
})

export const followBallots = endpoint({
  method: 'GET',
  path: '/ballot/live',
  summary: '议程的变化，一变就来（text/event-stream）',
  act: 'ballot.read',
  door: 'link',
  gives: ['text/event-stream'],
  answer: z.unknown(),
})

export const readSummary = endpoint({
  method: 'GET',
  path: '/ballot/summaries/{speaker}',
  summary: '一个单位的书面总结',
  act: 'ballot.read',
  door: 'link',
  params: Speaker,
  answer: z.object({ name: z.string(), text: z.string() }),
})
