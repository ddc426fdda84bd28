import { z } from 'zod'

/** A paper to be written on, or one to be kept and printed as it is. */
export const PaperFormat = z.enum(['word', 'pdf'])
export type PaperFormat = z.infer<typeof PaperFormat>
