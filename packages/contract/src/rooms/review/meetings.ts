import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { Day, Reason } from '../reporting/shapes.ts'
import {
  BallotField,
  BallotKind,
  Judge,
  JudgeSlip,
  LiveScreen,
  Marks,
  Meeting,
  MeetingPlace,
  PaperSheet,
  Speaker,
  SpeakerOutcome,
} from './meeting-shapes.ts'

const EVENTS = 'text/event-stream'
const Cycle = z.object({ cycle: z.uuid() })
const Short = (what: string) => z.string().trim().min(1, `请写${what}`).max(100, '最多 100 字')
const MeetingSpeaker = MeetingPlace.extend({ speaker: z.uuid() })
const MeetingJudge = MeetingPlace.extend({ judge: z.uuid() })

export const listMeetings = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/meetings',
  summary: '述职评议会，和方案要求的评议票',
  act: 'meeting.read',
  params: Cycle,
  answer: z.object({
    title: z.string(),
    kinds: z.array(BallotKind),
    meetings: z.array(Meeting),
  }),
})

export const convene = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/meetings',
  summary: '筹备一次述职评议会；参评的单位先都列入议程',
  act: 'meeting.prepare',
  params: Cycle,
  body: z.object({
    event: z.string().max(100),
    name: Short('名称'),
    heldOn: Day,
    place: z.string().trim().max(100).default(''),
  }),
  answer: Meeting,
})

export const readMeeting = endpoint({
  method: 'GET',
  path: '/meetings/{meeting}',
  summary: '一次述职评议会：议程、评委和投票人数（不含任何人的分数）',
  act: 'meeting.read',
  params: MeetingPlace,
  answer: z.object({
    title: z.string(),
    meeting: Meeting,
    fields: z.array(BallotField),
    groups: z.array(z.string()),
    speakers: z.array(Speaker),
    judges: z.array(Judge),
    /** Units that may be put on the agenda, and judges may belong to. */
    units: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
})

export const amendMeeting = endpoint({
  method: 'PUT',
  path: '/meetings/{meeting}',
  summary: '修改会议的名称、日期和地点',
  act: 'meeting.prepare',
  params: MeetingPlace,
  body: z.object({ name: Short('名称'), heldOn: Day, place: z.string().trim().max(100) }),
  answer: Meeting,
})

export const drawAgenda = endpoint({
  method: 'POST',
  path: '/meetings/{meeting}/draw',
  summary: '抽签定述职次序；种子记录在案，任何人可以照样再抽一遍',
  act: 'meeting.prepare',
  params: MeetingPlace,
  body: z.object({
    /** Thrown dice, a number that was called out; else the server draws one. */
    seed: z.string().trim().min(1).max(100).nullable().default(null),
  }),
  answer: z.object({ meeting: Meeting, speakers: z.array(Speaker) }),
})

export const orderAgenda = endpoint({
  method: 'PUT',
  path: '/meetings/{meeting}/order',
  summary: '议程里有谁、按什么次序；抽签以后再改要写明理由，开始以后不能再改',
  act: 'meeting.prepare',
  params: MeetingPlace,
  body: z.object({
    units: z.array(z.uuid()).min(1, '议程里至少要有一个单位').max(500),
    because: z.string().trim().max(500, '理由最多 500 字').nullable().default(null),
  }),
  answer: z.object({ meeting: Meeting, speakers: z.array(Speaker) }),
})

export const addJudges = endpoint({
  method: 'POST',
  path: '/meetings/{meeting}/judges',
  summary: '加评委；属于参评单位的，自动不评本单位',
  act: 'meeting.prepare',
  params: MeetingPlace,
  body: z.object({
    judges: z
      .array(
        z.object({
          name: Short('姓名'),
          group: z.string().trim().max(50).default(''),
          unit: z.uuid().nullable().default(null),
          affiliation: z.string().trim().max(100).default(''),
          paper: z.boolean().default(false),
        }),
      )
      .min(1, '请至少写一位评委')
      .max(1000, '一次最多 1000 位'),
  }),
  answer: z.object({ judges: z.array(Judge) }),
})

export const removeJudge = endpoint({
  method: 'DELETE',
  path: '/meetings/{meeting}/judges/{judge}',
  summary: '去掉一位还没有投过票的评委',
  act: 'meeting.prepare',
  params: MeetingJudge,
  answer: z.object({}),
})

export const declareConflicts = endpoint({
  method: 'PUT',
  path: '/meetings/{meeting}/judges/{judge}/conflicts',
  summary: '写明一位评委回避哪些单位；本单位总是回避',
  act: 'meeting.prepare',
  params: MeetingJudge,
  body: z.object({
    conflicts: z.array(z.object({ speaker: z.uuid(), because: Reason })).max(500),
  }),
  answer: z.object({ judges: z.array(Judge) }),
})

export const giveLinks = endpoint({
  method: 'POST',
  path: '/meetings/{meeting}/links',
  summary: '给评委发链接，只出现这一次；重发的，旧的随之作废',
  act: 'meeting.prepare',
  params: MeetingPlace,
  body: z.object({
    /** Null for all who have none yet and do not write on paper. */
    judges: z.array(z.uuid()).min(1).max(1000).nullable().default(null),
  }),
  answer: z.object({ slips: z.array(JudgeSlip) }),
})

export const turnToPaper = endpoint({
  method: 'POST',
  path: '/meetings/{meeting}/judges/{judge}/paper',
  summary: '一位评委改用纸质票，他的链接作废',
  act: 'meeting.prepare',
  params: MeetingJudge,
  answer: z.object({ judges: z.array(Judge) }),
})

export const writeSummary = endpoint({
  method: 'PUT',
  path: '/meetings/{meeting}/speakers/{speaker}/summary',
  summary: '附上一个单位的书面总结，评委打分时可以看',
  act: 'meeting.prepare',
  params: MeetingSpeaker,
  body: z.object({ text: z.string().trim().max(50_000, '总结最多 5 万字') }),
  answer: z.object({}),
})

export const stepMeeting = endpoint({
  method: 'POST',
  path: '/meetings/{meeting}/steps',
  summary: '主持：请一个单位述职、结束打分并封存、标为缺席或撤回、散会',
  act: 'meeting.chair',
  params: MeetingPlace,
  body: z.object({
    step: z.enum(['open', 'seal', 'absent', 'back', 'close']),
    speaker: z.uuid().nullable().default(null),
    because: z.string().trim().max(500, '理由最多 500 字').nullable().default(null),
    version: z.number().int().min(1),
  }),
  answer: z.object({ meeting: Meeting, speakers: z.array(Speaker) }),
})

export const readScreen = endpoint({
  method: 'GET',
  path: '/meetings/{meeting}/screen',
  summary: '大屏幕：打分时只有人数，封存后是结果和分布',
  act: 'meeting.read',
  params: MeetingPlace,
  answer: LiveScreen,
})

export const followScreen = endpoint({
  method: 'GET',
  path: '/meetings/{meeting}/live',
  summary: '大屏幕的变化，一变就来（text/event-stream）；主持的页面还知道评委报告了问题',
  act: 'meeting.read',
  params: MeetingPlace,
  /** Whoever chairs is told besides that problems of judges changed; the wall is not. */
  query: z.object({ as: z.enum(['screen', 'chair']).default('screen') }),
  gives: [EVENTS],
  answer: z.unknown(),
})

export const readSpeakerOutcome = endpoint({
  method: 'GET',
  path: '/meetings/{meeting}/speakers/{speaker}/outcome',
  summary: '一个单位封存以后的评议结果',
  act: 'meeting.read',
  params: MeetingSpeaker,
  answer: SpeakerOutcome,
})

export const listSheets = endpoint({
  method: 'GET',
  path: '/meetings/{meeting}/sheets',
  summary: '纸质票录到了哪一步；别人录的，两人都录了才看得到',
  act: 'meeting.enter',
  params: MeetingPlace,
  answer: z.object({ sheets: z.array(PaperSheet) }),
})

export const enterSheet = endpoint({
  method: 'POST',
  path: '/meetings/{meeting}/sheets',
  summary: '录一张纸质票；两个人各录一遍，相同才计入',
  act: 'meeting.enter',
  params: MeetingPlace,
  body: z.object({
    speaker: z.uuid(),
    number: Short('票号'),
    group: z.string().trim().max(50).default(''),
    marks: Marks,
  }),
  answer: z.object({ sheet: PaperSheet }),
})

export const settleSheet = endpoint({
  method: 'POST',
  path: '/meetings/{meeting}/sheets/{sheet}/settlement',
  summary: '两次录入不同的，核对原票后定下来，写明理由',
  act: 'meeting.enter',
  params: MeetingPlace.extend({ sheet: z.uuid() }),
  body: z.object({ marks: Marks, because: Reason }),
  answer: z.object({ sheet: PaperSheet }),
})
