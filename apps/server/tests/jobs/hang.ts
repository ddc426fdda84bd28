/** A process that takes work, writes in its last step, says so, and never ends it: to be killed. */
import { connect } from '@kaohe/storage'
import pino from 'pino'
import { z } from 'zod'
import { jobKind } from '../../src/jobs/kind.ts'
import { workOnce } from '../../src/jobs/work.ts'
import type { Services } from '../../src/services.ts'

const [url = ''] = process.argv.slice(2)
const db = connect({ url, most: 3 })
const services = {
  db,
  now: () => new Date(),
  log: pino({ level: 'silent' }),
} as unknown as Services

const hanging = jobKind({
  kind: 'test.add',
  input: z.object({ name: z.string() }),
  run:
    async ({ input }) =>
    async ({ db: asAsker, actor }) => {
      await asAsker.insertInto('department').values({ org: actor.org, name: input.name }).execute()
      console.log('in the middle')
      await new Promise(() => {
        setInterval(() => {}, 1000)
      })
      return { said: null }
    },
})

await workOnce(services, [hanging])
