import type { Chapter } from '../term.ts'
import { facts } from './facts.ts'
import { outcome } from './outcome.ts'
import { people } from './people.ts'
import { platform } from './platform.ts'
import { points } from './points.ts'
import { result } from './result.ts'
import { review } from './review.ts'
import { rules } from './rules.ts'
import { text } from './text.ts'

/** The glossary, in the order in which a notice becomes a result. */
export const chapters: readonly Chapter[] = [
  text,
  people,
  points,
  rules,
  facts,
  review,
  outcome,
  result,
  platform,
]
