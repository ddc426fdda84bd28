import { tidyJobs } from '@kaohe/storage'
import type { Services } from '../services.ts'
import type { AnyKind } from './kind.ts'
import { workOnce } from './work.ts'

/** Pieces of work that a process carries out side by side. */
const LANES = 2
const LOOK_EVERY_MS = 1000
const TIDY_EVERY_MS = 10 * 60_000
/** Results are kept so long. */
export const KEPT_DAYS = 7

function pause(ms: number, ended: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    void ended.then(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/** Works for as long as the process runs. @returns what stops it; work under way is put back at its next step */
export function keepWorking(services: Services, kinds: readonly AnyKind[]): () => Promise<void> {
  const state = { leaving: false }
  const isLeaving = (): boolean => state.leaving
  let leave = (): void => {}
  const ended = new Promise<void>((resolve) => {
    leave = resolve
  })
  // Work writes too: it waits until there is room.
  const work = async (): Promise<boolean> =>
    !(await services.space.isShort()) && workOnce(services, kinds, isLeaving)
  const lane = async (): Promise<void> => {
    while (!isLeaving()) {
      const worked = await work().catch((err: unknown) => {
        services.log.warn({ err }, 'no work could be taken')
        return false
      })
      if (!worked && !isLeaving()) await pause(LOOK_EVERY_MS, ended)
    }
  }
  const tidy = (): void => {
    tidyJobs(services.db, KEPT_DAYS).catch((err: unknown) =>
      services.log.warn({ err }, 'ended work could not be removed'),
    )
  }
  const timer = setInterval(tidy, TIDY_EVERY_MS)
  const lanes = Array.from({ length: LANES }, lane)
  return async () => {
    state.leaving = true
    leave()
    clearInterval(timer)
    await Promise.all(lanes)
  }
}
