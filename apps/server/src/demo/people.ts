import type { Acting } from '@kaohe/storage'

export interface Person {
  readonly id: string
  readonly name: string
}

/** Who does what at a committee of the demonstration. */
export interface Cast {
  readonly organiser: Person
  readonly secretary: Person
  readonly ratifier: Person
}

/** The people of a committee by what they do; they were seeded before. */
export async function castOf(db: Acting, org: string): Promise<Cast> {
  const rows = await db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person')
    .select(['person.id', 'person.name', 'post.role'])
    .where('post.org', '=', org)
    .execute()
  const one = (wanted: string): Person => {
    const found = rows.find(({ role }) => role === wanted)
    if (found === undefined) throw new Error(`the demonstration has no ${wanted}`)
    return { id: found.id, name: found.name }
  }
  return {
    organiser: one('organiser'),
    secretary: one('vice-secretary'),
    ratifier: one('ratifier'),
  }
}
