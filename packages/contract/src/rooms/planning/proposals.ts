import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { SchemeParams } from './schemes.ts'
import { Change, Check, Reason, Version } from './shapes.ts'

const ProposalText = z.string().max(50_000, '一项指标的内容太长')

const Proposal = z.object({
  id: z.uuid(),
  scheme: z.uuid(),
  department: z.string(),
  kind: z.enum(['item', 'survey']),
  subject: z.string().nullable(),
  title: z.string(),
  text: z.string(),
  state: z.enum(['draft', 'handed', 'accepted', 'returned']),
  because: z.string().nullable(),
  changedAt: z.string(),
  version: Version,
})
export type Proposal = z.infer<typeof Proposal>

const ProposalParams = z.object({ proposal: z.uuid() })

/** What the scheme would be with the proposal in it. */
const Trial = z.object({
  check: Check,
  changes: z.array(Change),
  /** Entries asked of each unit now. */
  entriesBefore: z.number().int().nullable(),
  minutesBefore: z.number().int().nullable(),
  /** Places of the draft that a reading in force says otherwise, whatever is written here. */
  overruled: z.array(z.object({ at: z.string(), question: z.string() })),
})
export type Trial = z.infer<typeof Trial>

export const listProposals = endpoint({
  method: 'GET',
  path: '/schemes/{scheme}/proposals',
  summary: '各部门为草案起草的指标和调查问题',
  act: 'proposal.read',
  params: SchemeParams,
  answer: z.object({
    proposals: z.array(Proposal),
    departments: z.array(z.object({ id: z.uuid(), name: z.string() })),
    /** The department for which one drafts, when one's post says so. */
    own: z.uuid().nullable(),
    items: z.array(z.object({ id: z.string(), name: z.string() })),
    questions: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
})
export type Proposals = z.infer<typeof listProposals.answer>

export const startProposal = endpoint({
  method: 'POST',
  path: '/schemes/{scheme}/proposals',
  summary: '部门起草：改一项指标或调查问题，或写一项新的',
  act: 'proposal.write',
  params: SchemeParams,
  body: z.object({
    kind: z.enum(['item', 'survey']),
    subject: z.string().max(100).nullable(),
    department: z.uuid(),
  }),
  answer: z.object({ id: z.uuid() }),
})

const Named = z.object({ id: z.string(), name: z.string() })

/** What a draft can name in its scheme. */
const Around = z.object({
  /** By what they are: `party`, `category`, `assessee`, … */
  names: z.record(z.string(), z.array(Named)),
  /** Data and events of the scheme as they are written there; a draft that changes one carries its text. */
  declared: z.array(
    Named.extend({
      list: z.enum(['数据', '事件']),
      unit: z.string().nullable(),
      text: z.string(),
    }),
  ),
})
export type Around = z.infer<typeof Around>

export const readProposal = endpoint({
  method: 'GET',
  path: '/proposals/{proposal}',
  summary: '一份起草的内容，和放进方案以后的样子',
  act: 'proposal.read',
  params: ProposalParams,
  answer: Proposal.extend({ trial: Trial, around: Around }),
})

export const writeProposal = endpoint({
  method: 'PUT',
  path: '/proposals/{proposal}',
  summary: '保存起草的内容；回答里有写错的地方、检查出的问题和负担的变化',
  act: 'proposal.write',
  params: ProposalParams,
  body: z.object({ text: ProposalText, version: Version }),
  answer: z.object({ version: Version, trial: Trial }),
})

export const handInProposal = endpoint({
  method: 'POST',
  path: '/proposals/{proposal}/handing-in',
  summary: '部门负责人把起草的内容交给组织部',
  act: 'proposal.hand',
  params: ProposalParams,
  body: z.object({ version: Version }),
  answer: z.object({ version: Version }),
})

export const decideProposal = endpoint({
  method: 'POST',
  path: '/proposals/{proposal}/decision',
  summary: '组织部并入草案，或写明理由退回',
  act: 'proposal.decide',
  params: ProposalParams,
  body: z.discriminatedUnion('accept', [
    z.object({ accept: z.literal(true), version: Version }),
    z.object({ accept: z.literal(false), version: Version, because: Reason }),
  ]),
  answer: z.object({ version: Version }),
})
