import { circular } from './circular.ts'
import { feedback } from './feedback.ts'
import type { PaperKind } from './kind.ts'
import { notice } from './notice.ts'
import { opinions } from './opinions.ts'
import { picture } from './picture.ts'
import { points } from './points.ts'

/** Every paper that Kaohe prints of a result. */
export const papers: readonly PaperKind[] = [feedback, notice, points, picture, circular, opinions]
