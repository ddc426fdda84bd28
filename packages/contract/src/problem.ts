import { z } from 'zod'

/** A fault at one place of what was sent. */
export const Fault = z.object({
  /** Where, as a path into the body, query or path parameters, for instance /body/name. */
  pointer: z.string(),
  message: z.string(),
})

/** Of something that another has written over meanwhile: what was sent and what stands, for the two to be compared. */
const Versions = z.object({
  /** What was sent, with the version that it was to replace. */
  yours: z.record(z.string(), z.unknown()),
  /** What stands, as it is read; null where nothing stands (any more). */
  standing: z.record(z.string(), z.unknown()).nullable(),
})

/** A problem document (RFC 9457), in Chinese. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  faults: z.array(Fault).optional(),
  versions: Versions.optional(),
  request: z.string().optional(),
})
export type Problem = z.infer<typeof Problem>
