import { z } from 'zod'

/** A fault at one place of what was sent. */
export const Fault = z.object({
  /** Where, as a path into the body, query or path parameters, for instance /body/name. */
  pointer: z.string(),
  message: z.string(),
})

/** A problem document (RFC 9457), in Chinese. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  faults: z.array(Fault).optional(),
  request: z.string().optional(),
})
export type Problem = z.infer<typeof Problem>
