import { kindsFor, outAt } from '@kaohe/domain'
import { announce, askQuietly, holidaysOf, purgeMessages, type Wanting } from '@kaohe/storage'
import { z } from 'zod'
import { jobKind, type Step } from '../../jobs/kind.ts'
import { choiceFrom } from './choice.ts'

/** The table of holidays around an instant. */
export async function holidaysAround({ db, now }: Pick<Step, 'db' | 'now'>) {
  const year = now.getUTCFullYear()
  const { years, spans } = await holidaysOf(db, year - 1, year + 1)
  return { years: years.map((one) => one.year), spans }
}

const wants = ({ channel, choice, kinds }: Wanting): boolean => {
  const wanted: readonly string[] = kindsFor(choiceFrom(choice), channel)
  return kinds.some((kind) => wanted.includes(kind))
}

const DAY_MS = 86_400_000

// Where there is something new the old goes: what nobody tells does not accumulate.
async function purge({ db, org, now, record }: Step, days: number): Promise<void> {
  // By whole days: done once a day.
  const day = new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10)
  const removed = await purgeMessages(db, day)
  if (removed > 0)
    await record('message.purge', { object: `unit/${org}/messages`, after: { removed, days } })
}

/** Looks for who wants outside what was told inside, and lets it go out when it is not quiet for him. */
export const announceJob = jobKind({
  kind: 'announce',
  input: z.object({}),
  run:
    async ({ services }) =>
    async (step) => {
      const { db, now, request, org } = step
      const holidays = await holidaysAround(step)
      const jobs = (await announce(db)).filter(wants).map(({ person, channel, choice }) => ({
        org: org!,
        person,
        kind: 'deliver' as const,
        key: `deliver/${person}/${channel}`,
        input: { channel },
        request,
        from: new Date(outAt(now.getTime(), choiceFrom(choice), holidays)).toISOString(),
      }))
      await askQuietly(db, jobs)
      await purge(step, services.messageDays)
      return { said: null }
    },
})
