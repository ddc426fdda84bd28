import { randomUUID } from 'node:crypto'
import type { Role } from '@kaohe/domain'
import { type Acting, acting } from '@kaohe/storage'
import { Client } from 'pg'
import type { Actor } from '../../src/http/call.ts'
import { type Got, loginOf, type Place, type Sent, type World } from '../world.ts'

/** Someone who is signed in, and who can also act below the API. */
export interface Asking {
  readonly person: string
  readonly post: string
  readonly org: string
  ask(path: string, sent?: Sent): Promise<Got>
  /** Runs something in a transaction as this person on his post. */
  act<T>(work: (call: { db: Acting; actor: Actor; request: string }) => Promise<T>): Promise<T>
}

export async function askAsPerson(world: World, role: Role, place: Place): Promise<Asking> {
  const person = world.people.get(loginOf(role, place))!
  const { id: org, path } = world.units[place]
  const owner = new Client({ connectionString: world.url })
  await owner.connect()
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM post WHERE person = $1', [
    person,
  ])
  await owner.end()
  const post = rows[0]!.id
  const actor = { session: '', person, personName: '', post, role, org, orgName: '', path }
  return {
    person,
    post,
    org,
    ask: await world.as(role, place),
    act: (work) =>
      acting(world.db, { org, path, person, role }, async (db) => {
        await db
          .selectNoFrom((eb) =>
            eb.fn('set_config', [eb.val('kaohe.post'), eb.val(post), eb.lit(true)]).as('set'),
          )
          .execute()
        return work({ db, actor, request: randomUUID() })
      }),
  }
}
