import type { Answer, planning } from '@kaohe/contract'

/** A cycle as its page reads it. */
export type CyclePageData = Answer<typeof planning.readCycle>
