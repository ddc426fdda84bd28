import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { Attribute, EvidenceFile } from '../reporting/shapes.ts'

const ClaimFile = EvidenceFile.omit({ item: true }).extend({
  /** As which evidence of the scheme it was handed in. */
  shows: z.string(),
})

const Ruling = z.object({
  attributes: z.record(z.string(), z.string()),
  reason: z.string(),
  by: z.string().nullable(),
  at: z.string(),
  /** It is of the claim as it stands now; otherwise the unit changed the claim since. */
  current: z.boolean(),
  version: z.number().int(),
})

/** What may be decided of a kind of claims. */
export const ClaimKind = z.object({
  event: z.string(),
  name: z.string(),
  clause: z.string().nullable(),
  /** The items that rest on it. */
  items: z.array(z.string()),
  /** What the office fills in, each with between what it may lie. */
  fields: z.array(Attribute.extend({ least: z.string().nullable(), most: z.string().nullable() })),
  /** May the one who asks decide? */
  mine: z.boolean(),
})
export type ClaimKind = z.infer<typeof ClaimKind>

export const Claim = z.object({
  id: z.uuid(),
  event: z.string(),
  unit: z.uuid(),
  unitName: z.string(),
  name: z.string(),
  happenedOn: z.string(),
  /** What the unit said of it, in the words of the scheme. */
  said: z.array(z.object({ name: z.string(), text: z.string() })),
  files: z.array(ClaimFile),
  /** Evidence that the scheme asks for and is not there; without a required one nothing is awarded. */
  lacks: z.array(z.object({ name: z.string(), required: z.boolean() })),
  /** What to look at: the same elsewhere, before, or twice. */
  doubts: z.array(z.string()),
  /** It is of a unit at which the one who asks has a post. */
  own: z.boolean(),
  ruling: Ruling.nullable(),
  version: z.number().int(),
})
export type Claim = z.infer<typeof Claim>

export const listClaims = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/claims',
  summary: '各单位的加分申报，带材料、重复的提示和已经认定的结果',
  act: 'claim.read',
  params: z.object({ cycle: z.uuid() }),
  answer: z.object({ title: z.string(), kinds: z.array(ClaimKind), claims: z.array(Claim) }),
})

export const ruleClaim = endpoint({
  method: 'PUT',
  path: '/cycles/{cycle}/claims/{claim}/ruling',
  summary: '认定一件申报：是否认定、给几分，都要写理由',
  act: 'claim.rule',
  params: z.object({ cycle: z.uuid(), claim: z.uuid() }),
  body: z.object({
    attributes: z.record(z.string().max(100), z.string().trim().max(200)),
    reason: z.string().trim().min(1, '请写明理由').max(500, '理由最多 500 字'),
    /** The version of the claim that one looked at. */
    of: z.number().int().min(1),
    /** The version of the ruling that one saw; 0 when there was none. */
    version: z.number().int().min(0),
  }),
  answer: z.object({ claim: Claim }),
})
