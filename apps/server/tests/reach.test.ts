import { acting } from '@kaohe/storage'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Place, places, startWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

/** Whose rows the database lets an organiser of a place see, whatever the server would ask for. */
async function reachedFrom(from: Place): Promise<Place[]> {
  const { id: org, path } = world.units[from]
  return acting(world.db, { org, path, role: 'organiser' }, async (db) => {
    const reaches = async (place: Place): Promise<boolean> => {
      const asked = sql<{ yes: boolean }>`SELECT kaohe_reaches(${world.units[place].id}) AS yes`
      return (await asked.execute(db)).rows[0]!.yes
    }
    const answers: Place[] = []
    for (const place of places) if (await reaches(place)) answers.push(place)
    return answers
  })
}

describe('the database shows the rows of the own organisation and of those below', () => {
  it('and none of one above, although its name is seen', async () => {
    expect(await reachedFrom('child')).toEqual(['child'])
    expect(await reachedFrom('own')).toEqual(['own', 'child'])
  })

  it('and none beside or elsewhere', async () => {
    expect(await reachedFrom('sibling')).toEqual(['sibling'])
    expect(await reachedFrom('other')).toEqual(['other'])
  })
})
